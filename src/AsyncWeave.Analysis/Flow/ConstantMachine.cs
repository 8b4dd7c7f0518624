using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Runs instructions on constants alone: everything that is not one is <see cref="Unknown"/>.</summary>
/// <remarks>Null is 0 and a caught exception is <see cref="NotNull"/>, which is all that compilers' own tests ask of a reference.</remarks>
internal sealed class ConstantMachine(BodyCode code, int[] slotOf, int slots, TraceBuffers buffers)
{
    public const long Unknown = long.MinValue;
    public const long NotNull = long.MaxValue;
    public const int Undecided = -1;

    private readonly int[] values = buffers.Any(slots);
    private readonly int[] knownSince = buffers.Zeros(slots); // by slot the run that it is known in; negative where it is not null, and no more is known
    private long[] stack = new long[8];
    private int depth;
    private int run = 1;

    public void Reset()
    {
        run++;
        depth = 0;
    }

    /// <param name="slot">No slot is none that has a value.</param>
    public void Assume(int slot, long value)
    {
        if (slot < 0)
            return;
        knownSince[slot] = value switch { Unknown => 0, NotNull => -run, _ => run };
        values[slot] = unchecked((int)value);
    }

    public void Push(long value)
    {
        if (depth == stack.Length)
            Array.Resize(ref stack, 2 * depth);
        stack[depth++] = value;
    }

    public long ValueOf(int slot)
    {
        if (slot < 0)
            return Unknown;
        if (knownSince[slot] == run)
            return values[slot];
        return knownSince[slot] == -run ? NotNull : Unknown;
    }

    /// <summary>Where a conditional branch goes, or <see cref="Undecided"/>.</summary>
    public int Decide(int i)
    {
        if (code.Op(i) == Code.Switch)
            return DecideSwitch(i, Pop());
        var (right, left) = code.Pops(i) == 2 ? (Pop(), Pop()) : (0, Pop());
        if (left == Unknown || right == Unknown)
            return Undecided;
        return Holds(code.Op(i), left, right) ? code.Target(i) : i + 1;
    }

    public void Execute(int i)
    {
        switch (code.Op(i))
        {
            case Code.Nop:
                return;
            case Code.Dup:
                var top = Pop();
                Push(top);
                Push(top);
                return;
            case Code.Ldnull:
                Push(0);
                return;
            case Code.Ldfld:
                Pop();
                Push(ValueOf(slotOf[i]));
                return;
            case Code.Ldloc or Code.Ldloc_S or (>= Code.Ldloc_0 and <= Code.Ldloc_3):
                Push(ValueOf(slotOf[i]));
                return;
            case Code.Stloc or Code.Stloc_S or (>= Code.Stloc_0 and <= Code.Stloc_3):
                Assume(slotOf[i], Pop());
                return;
            case Code.Stfld:
                var stored = Pop();
                Pop();
                Assume(slotOf[i], stored);
                return;
            case Code.Ldloca or Code.Ldloca_S or Code.Ldflda:
                Assume(slotOf[i], Unknown);
                break;
            case Code.Add or Code.Sub or (>= Code.Ceq and <= Code.Clt_Un):
                var (right, left) = (Pop(), Pop());
                Push(Compute(code.Op(i), left, right));
                return;
            case >= Code.Ldc_I4_M1 and <= Code.Ldc_I4:
                Push(code.RawOperand(i));
                return;
        }

        Forget(i);
    }

    /// <summary>The integer that an instruction loads.</summary>
    public static int? Constant(Instruction instruction) => instruction.Constant;

    private void Forget(int i)
    {
        var (pops, pushes) = code.StackEffect(i);
        depth = pops == InstructionSet.PopsAll ? 0 : Math.Max(0, depth - pops);
        for (; pushes > 0; pushes--)
            Push(Unknown);
    }

    private long Pop() => depth == 0 ? Unknown : stack[--depth];

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
