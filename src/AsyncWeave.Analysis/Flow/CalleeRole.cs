namespace AsyncWeave.Analysis.Flow;

/// <summary>What a called method means for the flow.</summary>
internal enum CalleeRole : byte
{
    None,

    /// <summary>Hands a continuation to an awaiter through the builder.</summary>
    HandsOver,

    /// <summary>Never comes back.</summary>
    NeverReturns,

    /// <summary>The runtime may suspend in it.</summary>
    Suspends,
}
