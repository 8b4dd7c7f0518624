using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The body in straight runs of instructions; a cut, a resume point and the edge of a protected region end one.</summary>
internal sealed class BasicBlocks
{
    private readonly List<int> starts = [];
    private readonly int[] blockOf;
    private readonly int end;

    public BasicBlocks(BodyCode code, IEnumerable<Cut> cuts)
    {
        end = code.Count;
        blockOf = new int[code.Count];
        var leaders = Leaders(code, cuts);
        for (var i = 0; i < code.Count; i++)
        {
            if (leaders[i])
                starts.Add(i);
            blockOf[i] = starts.Count - 1;
        }
    }

    public int Count => starts.Count;

    public int Start(int block) => starts[block];

    /// <summary>Exclusive.</summary>
    public int End(int block) => block + 1 < starts.Count ? starts[block + 1] : end;

    public int Of(int instruction) => blockOf[instruction];

    private static bool[] Leaders(BodyCode code, IEnumerable<Cut> cuts)
    {
        var leaders = new bool[code.Count + 1];
        leaders[0] = true;
        for (var i = 0; i < code.Count; i++)
            MarkBranch(code, i, leaders);
        foreach (var handler in code.Handlers)
        {
            leaders[handler.TryStart] = leaders[handler.TryEnd] = leaders[handler.Start] = leaders[handler.End] = true;
            if (handler.FilterStart >= 0)
                leaders[handler.FilterStart] = true;
        }

        foreach (var cut in cuts)
            leaders[cut.Leave + 1] = leaders[cut.Resume] = true;
        return leaders;
    }

    private static void MarkBranch(BodyCode code, int i, bool[] leaders)
    {
        switch (code[i].OpCode.FlowControl)
        {
            case FlowControl.Branch or FlowControl.Cond_Branch:
                foreach (var target in code.Targets(i))
                    leaders[target] = true;
                break;
            case FlowControl.Return or FlowControl.Throw:
            case FlowControl.Call when NoReturn.Is(code, i):
                break;
            default:
                return;
        }

        leaders[i + 1] = true;
    }
}
