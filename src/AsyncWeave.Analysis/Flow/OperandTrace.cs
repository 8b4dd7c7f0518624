using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Which instruction produced each operand on the evaluation stack.</summary>
/// <remarks>
/// Stacks are linked lists that share their tails, so one pass over the body in layout order costs linear time and room.
/// A value that meets another one at a join has no single producer, which <see cref="None"/> says.
/// </remarks>
internal sealed class OperandTrace
{
    public const int None = -1;

    private const int Empty = -1;
    private const int NotReached = -2;

    private readonly BodyCode code;
    private readonly int[] before;
    private readonly int[] waiting;
    private readonly List<int> producers = [];
    private readonly List<int> below = [];

    public OperandTrace(BodyCode code)
    {
        this.code = code;
        before = new int[code.Count];
        waiting = new int[code.Count];
        for (var i = 0; i < waiting.Length; i++)
            waiting[i] = NotReached;
        foreach (var handler in code.Handlers)
            EnterHandler(handler);

        var stack = Empty;
        for (var i = 0; i < code.Count; i++)
        {
            stack = waiting[i] == NotReached ? stack : stack == NotReached ? waiting[i] : Merge(stack, waiting[i]);
            before[i] = stack == NotReached ? Empty : stack;
            stack = Execute(i, before[i]);
        }
    }

    /// <summary>The producer of an operand, counted down from the top of the stack; a <c>dup</c> is looked through.</summary>
    public int Operand(int instruction, int depth)
    {
        var node = before[instruction];
        for (; depth > 0 && node >= 0; depth--)
            node = below[node];
        return node < 0 ? None : producers[node];
    }

    /// <summary>The producer of an argument of a call, the receiver being argument 0.</summary>
    public int Argument(int call, int index) => Operand(call, StackEffect.Pops(code[call]) - 1 - index);

    private void EnterHandler(Handler handler)
    {
        if (handler.IsFinally)
            return;
        waiting[handler.Start] = Push(None, Empty);
        if (handler.FilterStart >= 0)
            waiting[handler.FilterStart] = Push(None, Empty);
    }

    private int Execute(int i, int stack)
    {
        var instruction = code[i];
        if (instruction.OpCode.Code == Code.Dup)
            return Push(stack < 0 ? None : producers[stack], stack);

        var pops = StackEffect.Pops(instruction);
        stack = pops == StackEffect.PopsAll ? Empty : Pop(stack, pops);
        for (var pushes = StackEffect.Pushes(instruction); pushes > 0; pushes--)
            stack = Push(i, stack);

        return instruction.OpCode.FlowControl switch
        {
            FlowControl.Branch => Send(i, stack, goesOn: false),
            FlowControl.Cond_Branch => Send(i, stack, goesOn: true),
            FlowControl.Return or FlowControl.Throw => NotReached,
            _ => stack,
        };
    }

    private int Send(int from, int stack, bool goesOn)
    {
        foreach (var target in code.Targets(from))
            Wait(target, from, stack);
        return goesOn ? stack : NotReached;
    }

    private void Wait(int target, int from, int stack)
    {
        if (target > from)
            waiting[target] = waiting[target] == NotReached ? stack : Merge(waiting[target], stack);
    }

    private int Merge(int left, int right)
    {
        if (left == right || left < 0 || right < 0)
            return left;
        var tail = Merge1(left, right, out var differing);
        for (; differing > 0; differing--)
            tail = Push(None, tail);
        return tail;
    }

    // Joins with a deep stack on both sides do not occur in compiled code; the bound keeps hostile bodies linear.
    private int Merge1(int left, int right, out int differing)
    {
        const int Deepest = 64;
        for (differing = 0; left != right && left >= 0 && right >= 0 && differing < Deepest; differing++)
            (left, right) = (below[left], below[right]);
        return left;
    }

    private int Push(int producer, int stack)
    {
        producers.Add(producer);
        below.Add(stack);
        return producers.Count - 1;
    }

    private int Pop(int stack, int count)
    {
        for (; count > 0 && stack >= 0; count--)
            stack = below[stack];
        return stack;
    }
}
