using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>Roslyn's control flow graph unrolled to events, every way through a finally on its own.</summary>
internal sealed class SourceGraphBuilder(ControlFlowGraph graph)
{
    private readonly Dictionary<(int Block, string Continuation), SourceNode> entries = [];
    private readonly Queue<(BasicBlock Block, Continuation? Continuation, SourceNode Entry)> ahead = new();
    private readonly List<SourceNode> nodes = [];
    private readonly Dictionary<CaptureId, ISymbol> captures = graph.Blocks.SelectMany(block => block.Operations)
        .SelectMany(operation => operation.DescendantsAndSelf()).OfType<IFlowCaptureOperation>()
        .Select(capture => (capture.Id, Variable: EventReader.Captured(capture.Value)))
        .Where(capture => capture.Variable is not null)
        .GroupBy(capture => capture.Id)
        .ToDictionary(group => group.Key, group => group.First().Variable!);

    private readonly IReadOnlySet<CaptureId> places = CapturedPlaces.Of(graph);

    public static List<SourceNode> Build(ControlFlowGraph graph)
    {
        var builder = new SourceGraphBuilder(graph);
        builder.Entry(graph.Blocks[0], null);
        while (builder.ahead.TryDequeue(out var item))
            builder.Expand(item.Block, item.Continuation, item.Entry);
        return builder.nodes;
    }

    private SourceNode Entry(BasicBlock block, Continuation? continuation)
    {
        var key = (block.Ordinal, continuation?.ToString() ?? "");
        if (entries.TryGetValue(key, out var entry))
            return entry;
        entries[key] = entry = Add(null);
        ahead.Enqueue((block, continuation, entry));
        return entry;
    }

    private SourceNode Add(SourceEvent? happening)
    {
        var node = new SourceNode(happening);
        nodes.Add(node);
        return node;
    }

    private void Expand(BasicBlock block, Continuation? continuation, SourceNode at)
    {
        foreach (var happening in EventReader.Read(block, captures, places, graph.OriginalOperation.SemanticModel!))
        {
            var next = Add(happening);
            at.Next.Add(next);
            at = next;
            if (happening.Kind == EventKind.Throw)
                Raise(at, block.EnclosingRegion, continuation);
        }

        if (block.ConditionalSuccessor is { } conditional && IsPossible(block, jumps: true))
            Follow(at, block, conditional, continuation);
        if (block.FallThroughSuccessor is { } fallThrough && IsPossible(block, jumps: false))
            Follow(at, block, fallThrough, continuation);
    }

    private static bool IsPossible(BasicBlock block, bool jumps)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue?.ConstantValue is not { HasValue: true, Value: bool value })
            return true;
        return jumps == (value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue));
    }

    private void Follow(SourceNode from, BasicBlock block, ControlFlowBranch branch, Continuation? continuation)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                Raise(from, block.EnclosingRegion, continuation);
                return;
            case ControlFlowBranchSemantics.StructuredExceptionHandling when Finally(block.EnclosingRegion) is { } ended:
                Resume(from, ended, continuation!);
                return;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                return; // a filter said no
        }

        if (branch.Destination is null)
            return;
        if (branch.FinallyRegions.Length > 0)
            from.Next.Add(Entry(First(branch.FinallyRegions[0]), new Continuation(branch, 0, continuation)));
        else
            from.Next.Add(Entry(branch.Destination, continuation));
    }

    private void Resume(SourceNode from, ControlFlowRegion ended, Continuation continuation)
    {
        if (continuation.Branch is not { } branch)
            Raise(from, ended.EnclosingRegion, continuation.Outer);
        else if (continuation.Passed + 1 < branch.FinallyRegions.Length)
            from.Next.Add(Entry(First(branch.FinallyRegions[continuation.Passed + 1]), continuation with { Passed = continuation.Passed + 1 }));
        else
            from.Next.Add(Entry(branch.Destination!, continuation.Outer));
    }

    private void Raise(SourceNode from, ControlFlowRegion? region, Continuation? continuation)
    {
        for (; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Root)
                return; // what is around a nested function is another function's
            if (region.Kind == ControlFlowRegionKind.Finally)
                continuation = continuation?.Outer;
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;
            var around = region.EnclosingRegion!;
            if (around.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                from.Next.Add(Entry(First(around.NestedRegions[1]), new Continuation(null, 0, continuation)));
                return;
            }

            var handlers = around.NestedRegions.Skip(1).ToList();
            foreach (var handler in handlers)
                from.Next.Add(Entry(First(handler), continuation));
            if (handlers.Exists(CatchesAll))
                return;
        }
    }

    private static bool CatchesAll(ControlFlowRegion handler) =>
        handler.Kind == ControlFlowRegionKind.Catch && (handler.ExceptionType is null || handler.ExceptionType.ToDisplayString() is "System.Exception" or "object");

    private static ControlFlowRegion? Finally(ControlFlowRegion? region)
    {
        while (region is not null && region.Kind is not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter))
            region = region.EnclosingRegion;
        return region?.Kind == ControlFlowRegionKind.Finally ? region : null;
    }

    private BasicBlock First(ControlFlowRegion region) => graph.Blocks[region.FirstBlockOrdinal];
}
