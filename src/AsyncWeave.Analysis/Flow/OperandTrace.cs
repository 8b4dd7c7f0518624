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

    // By node. What an instruction leaves is the node of its number; those behind all instructions are values that have no producer.
    private int[] producers;
    private int[] below;
    private int nodes;

    public OperandTrace(BodyCode code, TraceBuffers buffers)
    {
        this.code = code;
        nodes = code.Count;
        before = buffers.Any(code.Count);
        producers = buffers.Any(code.Count + 16);
        below = buffers.Any(code.Count + 16);
        Run(new WaitingStacks(this, buffers.Zeros(code.Count)));
    }

    /// <summary>The producer of an operand, counted down from the top of the stack; a <c>dup</c> is looked through.</summary>
    public int Operand(int instruction, int depth)
    {
        var node = before[instruction];
        for (; depth > 0 && node >= 0; depth--)
            node = below[node];
        return ProducerOf(node);
    }

    /// <summary>The producer of an argument of a call, the receiver being argument 0.</summary>
    public int Argument(int call, int index) => Operand(call, code.Pops(call) - 1 - index);

    /// <summary>The node on top of the stack in front of an instruction; negative where the stack is empty.</summary>
    public int Top(int instruction) => before[instruction];

    /// <summary>The node under another one; negative where there is none.</summary>
    public int Below(int node) => below[node];

    /// <param name="node">Negative for none.</param>
    public int ProducerOf(int node) => node < 0 ? None : producers[node];

    private void Run(WaitingStacks waiting)
    {
        foreach (var handler in code.Handlers)
            EnterHandler(handler, waiting);
        var stack = Empty;
        for (var i = 0; i < code.Count; i++)
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
        waiting.Set(handler.Start, PushUnknown(Empty));
        if (handler.FilterStart >= 0)
            waiting.Set(handler.FilterStart, PushUnknown(Empty));
    }

    private int Execute(int i, int stack)
    {
        if (code.Op(i) == Code.Dup)
            return Push(i, ProducerOf(stack), stack);

        var (pops, pushes) = code.StackEffect(i);
        if (pops == InstructionSet.PopsAll)
            stack = Empty;
        for (; pops > 0 && stack >= 0; pops--)
            stack = below[stack];
        return pushes > 0 ? Push(i, i, stack) : stack;
    }

    private int Merge(int left, int right)
    {
        if (left == right || left < 0 || right < 0)
            return left;
        var tail = CommonTail(left, right, out var differing);
        for (; differing > 0; differing--)
            tail = PushUnknown(tail);
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

    private int Push(int node, int producer, int stack)
    {
        producers[node] = producer;
        below[node] = stack;
        return node;
    }

    private int PushUnknown(int stack)
    {
        if (nodes == producers.Length || nodes == below.Length)
        {
            Array.Resize(ref producers, 2 * nodes);
            Array.Resize(ref below, 2 * nodes);
        }

        return Push(nodes++, None, stack);
    }

    /// <summary>The stacks with which branches arrive further on.</summary>
    /// <param name="shifted">By instruction; higher by what makes zero say "not reached".</param>
    private readonly struct WaitingStacks(OperandTrace trace, int[] shifted)
    {
        private const int Shift = -NotReached;

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
