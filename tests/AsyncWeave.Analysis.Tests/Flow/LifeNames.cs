namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>How locals can be compared.</summary>
internal enum LifeNames
{
    /// <summary>Debug code: every local has a slot of its own.</summary>
    Exact,

    /// <summary>Small Release code: locals of disjoint scopes share a field that has the first one's name.</summary>
    Counted,

    /// <summary>Large Release code, where locals also share fields with spills: not compared.</summary>
    Regions,

    /// <summary>Large Release code, where locals also share fields with spills; and code without a state machine, where they stay on the evaluation stack. The end of a moved handler that is left by a jump is not marked there either.</summary>
    Parameters,
}
