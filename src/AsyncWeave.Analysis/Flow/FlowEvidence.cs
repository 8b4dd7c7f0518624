namespace AsyncWeave.Analysis.Flow;

/// <summary>The traced body behind a method's flow, so that it is decoded once. It lasts until the next body of the module is traced, which takes its arrays.</summary>
internal sealed record FlowEvidence(TracedBody Body, BasicBlocks Blocks, Origins Origins, List<Cut> Cuts);
