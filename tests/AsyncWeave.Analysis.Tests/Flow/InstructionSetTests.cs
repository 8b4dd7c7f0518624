using System.Reflection;
using System.Reflection.Emit;
using AsyncWeave.Analysis.Flow;
using Emitted = System.Reflection.Emit.OpCode;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>The tables against those that the runtime emits code with.</summary>
public sealed class InstructionSetTests
{
    private static readonly Emitted[] All = [.. typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (Emitted)field.GetValue(null)!).Where(code => code.OpCodeType != OpCodeType.Nternal)];

    [Test]
    public void EveryOpcodeIsKnownByItsNumber() => Assert.That(All.Where(code => !TryCode(code, out _)), Is.Empty);

    [Test]
    public void NoOtherNumberIsOne()
    {
        var oneByte = Enumerable.Range(0, 256).Count(number => InstructionSet.TryCode((byte)number, out _));
        var twoBytes = Enumerable.Range(0, 256).Count(number => InstructionSet.TryPrefixedCode((byte)number, out _));
        // no. is reserved, and not in the runtime's table
        Assert.That((oneByte, twoBytes), Is.EqualTo((All.Count(code => code.Size == 1), All.Count(code => code.Size == 2) + 1)));
    }

    [Test]
    public void OperandsHaveTheirLengths() => AssertEach(code => Length(code.OperandType), code => code switch
    {
        OperandKind.None => 0,
        OperandKind.UInt8 or OperandKind.Int8 or OperandKind.ShortBranch => 1,
        OperandKind.UInt16 => 2,
        OperandKind.EightBytes => 8,
        OperandKind.Switch => -1,
        _ => 4,
    }, InstructionSet.Operand);

    [Test]
    public void TheStackIsLeftAsTheRuntimeSays() => AssertEach(
        code => (Effect(code.StackBehaviourPop, "Pop"), Effect(code.StackBehaviourPush, "Push")),
        effect => effect,
        code => (InstructionSet.Pops(code), InstructionSet.Pushes(code)),
        // Ret and the leaves take all that there is; a newobj leaves one whatever it calls.
        except: ["ret", "leave", "leave.s", "endfinally", "newobj"]);

    [Test]
    public void ControlGoesOnAsTheRuntimeSays() => AssertEach(
        code => code.FlowControl.ToString(),
        flow => flow,
        code => InstructionSet.Flow(code).ToString(),
        except: ["constrained.", "readonly.", "ldtoken"]);

    private static void AssertEach<TOurs, TCompared>(Func<Emitted, TCompared> theirs, Func<TOurs, TCompared> compared, Func<Mono.Cecil.Cil.Code, TOurs> ours, params string[] except)
    {
        var differing = All.Where(code => !except.Contains(code.Name)).Where(code => TryCode(code, out var known) && !Equals(compared(ours(known)), theirs(code)));
        Assert.That(differing.Select(code => code.Name), Is.Empty);
    }

    private static bool TryCode(Emitted code, out Mono.Cecil.Cil.Code known) => code.Size == 1
        ? InstructionSet.TryCode((byte)code.Value, out known)
        : InstructionSet.TryPrefixedCode((byte)code.Value, out known);

    private static int Length(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => -1,
        _ => 4,
    };

    // Pop0, Popi_pop1, Popref_popi_popref: one for each part; Varpop
    private static int Effect(StackBehaviour behaviour, string word)
    {
        var name = behaviour.ToString();
        if (name.StartsWith("Var", StringComparison.Ordinal))
            return InstructionSet.Varies;
        return name == word + "0" ? 0 : name.Split('_').Length;
    }
}
