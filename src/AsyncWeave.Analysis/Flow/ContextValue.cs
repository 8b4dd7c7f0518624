namespace AsyncWeave.Analysis.Flow;

/// <summary>What a context knows of one slot.</summary>
/// <param name="Slot">Negative where it stands for a <c>finally</c> that is passed through.</param>
internal readonly record struct ContextValue(int Slot, long Value);
