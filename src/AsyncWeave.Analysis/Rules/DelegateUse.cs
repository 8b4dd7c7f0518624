using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>A function made into a delegate, and the call that takes the delegate.</summary>
/// <param name="User">The method whose body does it.</param>
/// <param name="DelegateType">The delegate's type as the code closes it.</param>
/// <param name="Call">Index of the call; -1 where the delegate is stored or returned.</param>
internal sealed record DelegateUse(MethodDefinition User, BodyCode Body, TypeReference DelegateType, int Call)
{
    public MethodReference? Consumer => Call >= 0 ? Body[Call].Operand as MethodReference : null;

    /// <summary>All uses of a function in one body.</summary>
    public static IEnumerable<DelegateUse> In(ModuleBodies bodies, MethodDefinition user, MethodDefinition function)
    {
        if (!user.HasBody)
            yield break;
        var code = bodies.Decode(user.Row());
        for (var i = 0; i + 1 < code.Count; i++)
        {
            if (code[i].OpCode.Code is not (Code.Ldftn or Code.Ldvirtftn) || !Names(code[i].Operand, function))
                continue;
            var made = i + 1;
            while (made < code.Count && code[made].OpCode.Code == Code.Nop)
                made++;
            if (made < code.Count && code[made] is { OpCode.Code: Code.Newobj, Operand: MethodReference constructor })
                yield return new DelegateUse(user, code, constructor.DeclaringType, ConsumerOf(code, made));
        }
    }

    private static bool Names(object? operand, MethodDefinition function) =>
        operand is MethodReference reference && reference.Name == function.Name
        && reference.DeclaringType.GetElementType().FullName == function.DeclaringType.FullName;

    // newobj delegate; (dup; stsfld cache;) the arguments behind it; call
    private static int ConsumerOf(BodyCode code, int made)
    {
        var depth = 1;
        for (var i = made + 1; i < code.Count && i < made + 200; i++)
        {
            var pops = StackEffect.Pops(code[i]);
            if (pops == StackEffect.PopsAll)
                return -1;
            if (pops >= depth && code[i].OpCode.Code != Code.Dup)
                return code[i].OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj ? i : -1;
            depth += StackEffect.Pushes(code[i]) - pops;
            if (code[i].OpCode.FlowControl is FlowControl.Return or FlowControl.Throw)
                return -1;
        }

        return -1;
    }
}
