using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>Captures whose every mention is stored into: <c>x = c ? a : b</c> captures x before it asks c.</summary>
internal static class CapturedPlaces
{
    public static IReadOnlySet<CaptureId> Of(ControlFlowGraph graph)
    {
        var mentions = graph.Blocks
            .SelectMany(block => block.BranchValue is null ? block.Operations : block.Operations.Append(block.BranchValue))
            .SelectMany(operation => operation.DescendantsAndSelf())
            .OfType<IFlowCaptureReferenceOperation>();
        return mentions.GroupBy(mention => mention.Id).Where(group => group.All(IsStoredInto)).Select(group => group.Key).ToHashSet();
    }

    private static bool IsStoredInto(IFlowCaptureReferenceOperation mention) =>
        mention.Parent is ISimpleAssignmentOperation assignment && assignment.Target == mention;
}
