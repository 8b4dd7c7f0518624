using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The body in straight runs of instructions; a cut, a resume point and the edge of a protected region end one.</summary>
internal sealed class BasicBlocks
{
    private readonly int[] starts;
    private readonly int[] blockOf;

    public BasicBlocks(BodyCode code, IReadOnlyList<Cut> cuts)
    {
        // First 1 where a block starts, then the number of starts up to each instruction.
        blockOf = new int[code.Count + 1];
        MarkLeaders(code, cuts);
        var count = 0;
        for (var i = 0; i < code.Count; i++)
            blockOf[i] = (count += blockOf[i]) - 1;
        starts = new int[count + 1];
        for (var i = code.Count - 1; i >= 0; i--)
            starts[blockOf[i]] = i;
        starts[count] = code.Count;
    }

    public int Count => starts.Length - 1;

    public int Start(int block) => starts[block];

    /// <summary>Exclusive.</summary>
    public int End(int block) => starts[block + 1];

    public int Of(int instruction) => blockOf[instruction];

    private void MarkLeaders(BodyCode code, IReadOnlyList<Cut> cuts)
    {
        blockOf[0] = 1;
        for (var i = 0; i < code.Count; i++)
            MarkBranch(code, i);
        foreach (var handler in code.Handlers)
        {
            blockOf[handler.TryStart] = blockOf[handler.TryEnd] = blockOf[handler.Start] = blockOf[handler.End] = 1;
            if (handler.FilterStart >= 0)
                blockOf[handler.FilterStart] = 1;
        }

        for (var i = 0; i < cuts.Count; i++)
            blockOf[cuts[i].Leave + 1] = blockOf[cuts[i].Resume] = 1;
    }

    private void MarkBranch(BodyCode code, int i)
    {
        switch (code.Flow(i))
        {
            case FlowControl.Branch or FlowControl.Cond_Branch:
                foreach (var target in code.Targets(i))
                    blockOf[target] = 1;
                break;
            case FlowControl.Return or FlowControl.Throw:
            case FlowControl.Call when NoReturn.Is(code, i):
                break;
            default:
                return;
        }

        blockOf[i + 1] = 1;
    }
}
