namespace AsyncWeave.Analysis.Flow;

/// <summary>The traced body behind a method's flow, so that it is decoded once.</summary>
internal sealed record FlowEvidence(TracedBody Body, BasicBlocks Blocks, Origins Origins, IReadOnlyList<Cut> Cuts);
