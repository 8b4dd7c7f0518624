using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Walks the body from its start and draws the graph.</summary>
internal sealed class GraphBuilder
{
    private readonly BodyCode code;
    private readonly BasicBlocks blocks;
    private readonly ProtectedRanges ranges;
    private readonly BlockRunner runner;
    private readonly int[] resumeBehind;
    private readonly GraphNodes nodes;

    private GraphBuilder(BodyCode code, BasicBlocks blocks, ProtectedRanges ranges, BlockRunner runner, List<Cut> cuts, TraceBuffers buffers)
    {
        this.code = code;
        this.blocks = blocks;
        this.ranges = ranges;
        this.runner = runner;
        nodes = new GraphNodes(blocks.Count + ranges.Ranges.Length, buffers);
        resumeBehind = buffers.Zeros(blocks.Count);
        foreach (var cut in cuts)
            resumeBehind[blocks.Of(cut.Leave)] = cut.Resume + 1; // a block ends behind each cut; 0 is none
    }

    /// <summary>Null when the contexts multiply the graph past <paramref name="mostNodes"/>.</summary>
    public static FlowGraph? Build(BodyCode code, BasicBlocks blocks, ProtectedRanges ranges, BlockRunner runner, List<Cut> cuts, List<int> entries, int mostNodes, TraceBuffers buffers)
    {
        var builder = new GraphBuilder(code, blocks, ranges, runner, cuts, buffers);
        foreach (var entry in entries)
            builder.Node(blocks.Of(entry), 0);
        for (var node = 0; node < builder.nodes.Count; node++)
        {
            if (node > mostNodes)
                return null;
            builder.Visit(node);
        }

        return new FlowGraph(blocks.Count, builder.nodes, runner.FirstThrows);
    }

    private void Visit(int node)
    {
        nodes.Leave(node);
        var block = nodes.Block(node);
        if (block >= blocks.Count)
        {
            VisitRange(node, block - blocks.Count);
            return;
        }

        var before = nodes.Context(node);
        var (after, decided) = runner.Run(block, before);
        var last = blocks.End(block) - 1;
        if (runner.CanThrow(block))
        {
            Raise(node, block, before);
            if (after != before)
                Raise(node, block, after);
        }

        if (resumeBehind[block] > 0)
            Edge(node, blocks.Of(resumeBehind[block] - 1), after);
        else
            Leave(node, block, last, after, decided);
    }

    private void Leave(int node, int block, int last, int context, int decided)
    {
        switch (code.Flow(last))
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
                if (code.Op(last) is Code.Leave or Code.Leave_S)
                    PassFinallys(node, ranges.Around(block), goal, context);
                else
                    Edge(node, blocks.Of(Behind(goal, block, last - 1)), context);
                break;
            case FlowControl.Throw:
            case FlowControl.Call when NoReturn.Is(code, last):
                Raise(node, block, context);
                break;
            case FlowControl.Return when code.Op(last) == Code.Endfilter:
                FallThrough(node, last, context);
                Raise(node, block, context);
                break;
            case FlowControl.Return when code.Op(last) == Code.Endfinally:
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
        && code.Op(branch - 1) == Code.Ldc_I4_0
        && code.Op(code.Target(branch)) == Code.Endfilter;

    private void FallThrough(int node, int last, int context)
    {
        if (last + 1 < code.Count)
            Edge(node, blocks.Of(Behind(last + 1, blocks.Of(last), last)), context);
    }

    // ldc.i4.0; (br M;) M: stloc b; ldloc b; brfalse END        unoptimised code asks again what this way has just answered
    private int Behind(int goal, int block, int answer) =>
        answer >= blocks.Start(block) && code.Constant(answer) is { } constant ? runner.GoalOf(constant, goal) : goal;

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
            Edge(node, blocks.Of(handler.FilterStart >= 0 ? handler.FilterStart : handler.Start), nodes.Context(node));
        if (!range.CatchesAll && range.Outer != ProtectedRanges.None)
            Edge(node, blocks.Count + range.Outer, nodes.Context(node));
    }

    private void Edge(int from, int block, int context) => nodes.Join(from, Node(block, context));

    private int Node(int block, int context) => nodes.Of(block, runner.Prune(block, context));
}
