using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>Where a finally goes on when it ends: through further finally blocks to a branch's target, or up with an exception (null branch).</summary>
internal sealed record Continuation(ControlFlowBranch? Branch, int Passed, Continuation? Outer)
{
    public override string ToString() => $"{Branch?.Source.Ordinal}>{Branch?.Destination?.Ordinal}@{Passed}/{Outer}";
}
