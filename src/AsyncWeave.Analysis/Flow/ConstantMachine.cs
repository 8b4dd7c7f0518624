using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Runs instructions on constants alone: everything that is not one is <see cref="Unknown"/>.</summary>
/// <remarks>Null is 0 and a caught exception is <see cref="NotNull"/>, which is all that compilers' own tests ask of a reference.</remarks>
internal sealed class ConstantMachine(BodyCode code, int[] slotOf)
{
    public const long Unknown = long.MinValue;
    public const long NotNull = long.MaxValue;
    public const int Undecided = -1;

    private readonly Dictionary<int, long> known = [];
    private readonly List<long> stack = [];

    public void Reset()
    {
        known.Clear();
        stack.Clear();
    }

    public void Assume(int slot, long value)
    {
        if (value == Unknown)
            known.Remove(slot);
        else
            known[slot] = value;
    }

    public void Push(long value) => stack.Add(value);

    public long ValueOf(int slot) => known.TryGetValue(slot, out var value) ? value : Unknown;

    /// <summary>Where a conditional branch goes, or <see cref="Undecided"/>.</summary>
    public int Decide(int i)
    {
        var instruction = code[i];
        if (instruction.OpCode.Code == Code.Switch)
            return DecideSwitch(i, Pop());
        var (right, left) = instruction.Pops == 2 ? (Pop(), Pop()) : (0, Pop());
        if (left == Unknown || right == Unknown)
            return Undecided;
        return Holds(instruction.OpCode.Code, left, right) ? code.Target(i) : i + 1;
    }

    public void Execute(int i)
    {
        var instruction = code[i];
        switch (instruction.OpCode.Code)
        {
            case Code.Nop:
                return;
            case Code.Dup:
                var top = Pop();
                stack.Add(top);
                stack.Add(top);
                return;
            case Code.Ldnull:
                stack.Add(0);
                return;
            case Code.Ldfld:
                Pop();
                stack.Add(ValueOf(slotOf[i]));
                return;
            case Code.Ldloc or Code.Ldloc_S or Code.Ldloc_0 or Code.Ldloc_1 or Code.Ldloc_2 or Code.Ldloc_3:
                stack.Add(ValueOf(slotOf[i]));
                return;
            case Code.Stloc or Code.Stloc_S or Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3:
                Assume(slotOf[i], Pop());
                return;
            case Code.Stfld:
                var stored = Pop();
                Pop();
                if (slotOf[i] >= 0)
                    Assume(slotOf[i], stored);
                return;
            case Code.Ldloca or Code.Ldloca_S or Code.Ldflda when slotOf[i] >= 0:
                known.Remove(slotOf[i]);
                break;
            case Code.Add or Code.Sub or Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un:
                var (right, left) = (Pop(), Pop());
                stack.Add(Compute(instruction.OpCode.Code, left, right));
                return;
        }

        if (Constant(instruction) is { } constant)
            stack.Add(constant);
        else
            Forget(instruction);
    }

    /// <summary>The integer that an instruction loads.</summary>
    public static int? Constant(Instruction instruction) => instruction.Constant;

    private void Forget(Instruction instruction)
    {
        var pops = StackEffect.Pops(instruction);
        if (pops == StackEffect.PopsAll)
            stack.Clear();
        for (; pops > 0; pops--)
            Pop();
        for (var pushes = StackEffect.Pushes(instruction); pushes > 0; pushes--)
            stack.Add(Unknown);
    }

    private long Pop()
    {
        if (stack.Count == 0)
            return Unknown;
        var value = stack[stack.Count - 1];
        stack.RemoveAt(stack.Count - 1);
        return value;
    }

    private int DecideSwitch(int i, long value)
    {
        if (value == Unknown)
            return Undecided;
        var targets = code.Targets(i);
        return value >= 0 && value < targets.Length ? targets[(int)value] : i + 1;
    }

    private static long Compute(Code operation, long left, long right)
    {
        if (left == Unknown || right == Unknown)
            return Unknown;
        return operation switch
        {
            Code.Add => (int)(left + right),
            Code.Sub => (int)(left - right),
            Code.Ceq => left == right ? 1 : 0,
            Code.Cgt => left > right ? 1 : 0,
            Code.Cgt_Un => Unsigned(left) > Unsigned(right) ? 1 : 0,
            Code.Clt => left < right ? 1 : 0,
            _ => Unsigned(left) < Unsigned(right) ? 1 : 0,
        };
    }

    private static bool Holds(Code branch, long left, long right) => branch switch
    {
        Code.Brtrue or Code.Brtrue_S => left != 0,
        Code.Brfalse or Code.Brfalse_S => left == 0,
        Code.Beq or Code.Beq_S => left == right,
        Code.Bne_Un or Code.Bne_Un_S => left != right,
        Code.Bgt or Code.Bgt_S => left > right,
        Code.Bge or Code.Bge_S => left >= right,
        Code.Blt or Code.Blt_S => left < right,
        Code.Ble or Code.Ble_S => left <= right,
        Code.Bgt_Un or Code.Bgt_Un_S => Unsigned(left) > Unsigned(right),
        Code.Bge_Un or Code.Bge_Un_S => Unsigned(left) >= Unsigned(right),
        Code.Blt_Un or Code.Blt_Un_S => Unsigned(left) < Unsigned(right),
        _ => Unsigned(left) <= Unsigned(right),
    };

    private static uint Unsigned(long value) => unchecked((uint)value);
}
