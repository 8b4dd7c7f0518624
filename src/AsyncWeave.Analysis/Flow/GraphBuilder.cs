using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Walks the body from its start and draws the graph.</summary>
internal sealed class GraphBuilder
{
    private readonly BodyCode code;
    private readonly BasicBlocks blocks;
    private readonly ProtectedRanges ranges;
    private readonly BlockRunner runner;
    private readonly Cut?[] cutAt;
    private readonly int mostNodes;
    private readonly Dictionary<(int Block, int Context), int> nodeOf = [];
    private readonly List<int> blockOfNode = [];
    private readonly List<int> contextOfNode = [];
    private readonly List<(int From, int To)> edges = [];

    private GraphBuilder(BodyCode code, BasicBlocks blocks, ProtectedRanges ranges, BlockRunner runner, IEnumerable<Cut> cuts, int mostNodes)
    {
        this.code = code;
        this.blocks = blocks;
        this.ranges = ranges;
        this.runner = runner;
        this.mostNodes = mostNodes;
        cutAt = new Cut?[code.Count];
        foreach (var cut in cuts)
            cutAt[cut.Leave] = cut;
    }

    /// <summary>Null when the contexts multiply the graph past <paramref name="mostNodes"/>.</summary>
    public static FlowGraph? Build(BodyCode code, BasicBlocks blocks, ProtectedRanges ranges, BlockRunner runner, IEnumerable<Cut> cuts, IEnumerable<int> entries, int mostNodes)
    {
        var builder = new GraphBuilder(code, blocks, ranges, runner, cuts, mostNodes);
        foreach (var entry in entries)
            builder.Node(blocks.Of(entry), 0);
        for (var node = 0; node < builder.blockOfNode.Count; node++)
        {
            if (node > mostNodes)
                return null;
            builder.Visit(node);
        }

        return new FlowGraph(blocks.Count, builder.blockOfNode, builder.edges, runner.FirstThrows);
    }

    private void Visit(int node)
    {
        var block = blockOfNode[node];
        if (block >= blocks.Count)
        {
            VisitRange(node, block - blocks.Count);
            return;
        }

        var before = contextOfNode[node];
        var (after, decided) = runner.Run(block, before);
        var last = blocks.End(block) - 1;
        if (runner.CanThrow(block))
        {
            Raise(node, block, before);
            if (after != before)
                Raise(node, block, after);
        }

        if (cutAt[last] is { } cut)
            Edge(node, blocks.Of(cut.Resume), after);
        else
            Leave(node, block, last, after, decided);
    }

    private void Leave(int node, int block, int last, int context, int decided)
    {
        switch (code[last].OpCode.FlowControl)
        {
            case FlowControl.Cond_Branch when decided != ConstantMachine.Undecided:
                Edge(node, blocks.Of(decided), context);
                break;
            case FlowControl.Cond_Branch:
                foreach (var target in code.Targets(last))
                    Edge(node, blocks.Of(target), context);
                FallThrough(node, last, context);
                break;
            case FlowControl.Branch when RefusesFilter(last):
                Raise(node, block, context);
                break;
            case FlowControl.Branch:
                var goal = code.Target(last);
                if (code[last].OpCode.Code is Code.Leave or Code.Leave_S)
                    PassFinallys(node, ranges.Around(block), goal, context);
                else
                    Edge(node, blocks.Of(goal), context);
                break;
            case FlowControl.Throw:
            case FlowControl.Call when NoReturn.Is(code, last):
                Raise(node, block, context);
                break;
            case FlowControl.Return when code[last].OpCode.Code == Code.Endfilter:
                FallThrough(node, last, context);
                Raise(node, block, context);
                break;
            case FlowControl.Return when code[last].OpCode.Code == Code.Endfinally:
                EndFinally(node, block, context);
                break;
            case FlowControl.Return:
                break;
            default:
                FallThrough(node, last, context);
                break;
        }
    }

    // isinst E; dup; brtrue …; pop; ldc.i4.0; br → endfilter        the handler is not entered this way
    private bool RefusesFilter(int branch) =>
        branch > 0
        && code[branch - 1].OpCode.Code == Code.Ldc_I4_0
        && code[code.Target(branch)].OpCode.Code == Code.Endfilter;

    private void FallThrough(int node, int last, int context)
    {
        if (last + 1 < code.Count)
            Edge(node, blocks.Of(last + 1), context);
    }

    // A finally remembers in its context where the leave that entered it wants to go, so that one way through it does not
    // come out where another one goes. Without contexts it is a dead end beside the way to the target.
    private void PassFinallys(int node, int range, int target, int context)
    {
        for (; range != ProtectedRanges.None; range = ranges.Ranges[range].Outer)
        {
            if (target >= ranges.Ranges[range].Start && target < ranges.Ranges[range].End)
                break;
            if (ranges.Ranges[range].Finally is not { } handler)
                continue;
            Edge(node, blocks.Of(handler.Start), runner.Enter(handler, target, context));
            if (runner.HasContexts)
                return;
        }

        Edge(node, blocks.Of(target), context);
    }

    private void EndFinally(int node, int block, int context)
    {
        if (ranges.FinallyAround(block) is { } handler && runner.Pending(handler, context) is >= 0 and var target)
            PassFinallys(node, ranges.Around(block), target, runner.Leave(handler, context));
        else
            Raise(node, block, context);
    }

    private void Raise(int node, int block, int context)
    {
        var range = ranges.Around(block);
        if (range != ProtectedRanges.None)
            Edge(node, blocks.Count + range, context);
    }

    private void VisitRange(int node, int index)
    {
        var range = ranges.Ranges[index];
        foreach (var handler in range.Handlers)
            Edge(node, blocks.Of(handler.FilterStart >= 0 ? handler.FilterStart : handler.Start), contextOfNode[node]);
        if (!range.CatchesAll && range.Outer != ProtectedRanges.None)
            Edge(node, blocks.Count + range.Outer, contextOfNode[node]);
    }

    private void Edge(int from, int block, int context) => edges.Add((from, Node(block, context)));

    private int Node(int block, int context)
    {
        context = runner.Prune(block, context);
        if (nodeOf.TryGetValue((block, context), out var node))
            return node;
        blockOfNode.Add(block);
        contextOfNode.Add(context);
        return nodeOf[(block, context)] = blockOfNode.Count - 1;
    }
}
