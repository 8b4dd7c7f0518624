using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The body in straight runs of instructions; a cut, a resume point and the edge of a protected region end one.</summary>
internal sealed class BasicBlocks
{
    private readonly int[] starts;
    private readonly int[] blockOf;

    public BasicBlocks(BodyCode code, List<Cut> cuts, TraceBuffers buffers)
    {
        // First 1 where a block starts, then the number of starts up to each instruction.
        blockOf = buffers.Zeros(code.Count + 1);
        MarkLeaders(code, cuts);
        starts = buffers.Any(code.Count + 1);
        for (var i = 0; i < code.Count; i++)
        {
            if (blockOf[i] > 0)
                starts[Count++] = i;
            blockOf[i] = Count - 1;
        }

        starts[Count] = code.Count;
    }

    public int Count { get; }

    public int Start(int block) => starts[block];

    /// <summary>Exclusive.</summary>
    public int End(int block) => starts[block + 1];

    public int Of(int instruction) => blockOf[instruction];

    private void MarkLeaders(BodyCode code, List<Cut> cuts)
    {
        blockOf[0] = 1;
        foreach (var end in code.Ends)
        {
            blockOf[end + 1] = 1;
            if (code.Flow(end) is FlowControl.Branch or FlowControl.Cond_Branch)
            {
                foreach (var target in code.Targets(end))
                    blockOf[target] = 1;
            }
        }

        foreach (var call in code.Calls)
        {
            if (NoReturn.Is(code, call))
                blockOf[call + 1] = 1;
        }

        foreach (var handler in code.Handlers)
        {
            blockOf[handler.TryStart] = blockOf[handler.TryEnd] = blockOf[handler.Start] = blockOf[handler.End] = 1;
            if (handler.FilterStart >= 0)
                blockOf[handler.FilterStart] = 1;
        }

        foreach (var cut in cuts)
            blockOf[cut.Leave + 1] = blockOf[cut.Resume] = 1;
    }
}
