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
    private int[] producers;
    private int[] below;
    private int nodes;

    public OperandTrace(BodyCode code)
    {
        this.code = code;
        before = new int[code.Count];
        producers = new int[code.Count];
        below = new int[code.Count];
        Run(new WaitingStacks(this, code.Count));
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
    public int Argument(int call, int index) => Operand(call, code.Pops(call) - 1 - index);

    private void Run(WaitingStacks waiting)
    {
        foreach (var handler in code.Handlers)
            EnterHandler(handler, waiting);
        var stack = Empty;
        for (var i = 0; i < before.Length; i++)
        {
            stack = waiting.Join(i, stack);
            before[i] = stack == NotReached ? Empty : stack;
            stack = Execute(i, before[i]);
            switch (code.Flow(i))
            {
                case FlowControl.Branch:
                    waiting.Send(code, i, stack);
                    stack = NotReached;
                    break;
                case FlowControl.Cond_Branch:
                    waiting.Send(code, i, stack);
                    break;
                case FlowControl.Return or FlowControl.Throw:
                    stack = NotReached;
                    break;
            }
        }
    }

    private void EnterHandler(Handler handler, WaitingStacks waiting)
    {
        if (handler.IsFinally)
            return;
        waiting.Set(handler.Start, Push(None, Empty));
        if (handler.FilterStart >= 0)
            waiting.Set(handler.FilterStart, Push(None, Empty));
    }

    private int Execute(int i, int stack)
    {
        if (code.Op(i) == Code.Dup)
            return Push(stack < 0 ? None : producers[stack], stack);

        var pops = code.Pops(i);
        if (pops == StackEffect.PopsAll)
            stack = Empty;
        for (; pops > 0 && stack >= 0; pops--)
            stack = below[stack];
        for (var pushes = code.Pushes(i); pushes > 0; pushes--)
            stack = Push(i, stack);
        return stack;
    }

    private int Merge(int left, int right)
    {
        if (left == right || left < 0 || right < 0)
            return left;
        var tail = CommonTail(left, right, out var differing);
        for (; differing > 0; differing--)
            tail = Push(None, tail);
        return tail;
    }

    // Joins with a deep stack on both sides do not occur in compiled code; the bound keeps hostile bodies linear.
    private int CommonTail(int left, int right, out int differing)
    {
        const int Deepest = 64;
        for (differing = 0; left != right && left >= 0 && right >= 0 && differing < Deepest; differing++)
            (left, right) = (below[left], below[right]);
        return left;
    }

    private int Push(int producer, int stack)
    {
        if (nodes == producers.Length)
        {
            Array.Resize(ref producers, 2 * nodes + 8);
            Array.Resize(ref below, 2 * nodes + 8);
        }

        producers[nodes] = producer;
        below[nodes] = stack;
        return nodes++;
    }

    /// <summary>The stacks with which branches arrive further on.</summary>
    private readonly struct WaitingStacks(OperandTrace trace, int instructions)
    {
        // Higher by what makes a new array say "not reached" everywhere.
        private const int Shift = -NotReached;

        private readonly int[] shifted = new int[instructions];

        public void Set(int instruction, int stack) => shifted[instruction] = stack + Shift;

        /// <summary>The stack at an instruction that one from above runs on to.</summary>
        public int Join(int instruction, int stack)
        {
            var waiting = shifted[instruction] - Shift;
            if (waiting == NotReached)
                return stack;
            return stack == NotReached ? waiting : trace.Merge(stack, waiting);
        }

        public void Send(BodyCode code, int from, int stack)
        {
            foreach (var target in code.Targets(from))
            {
                if (target > from)
                    Set(target, shifted[target] - Shift is var waiting && waiting == NotReached ? stack : trace.Merge(waiting, stack));
            }
        }
    }
}
