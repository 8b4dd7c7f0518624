namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>How locals can be compared.</summary>
internal enum LifeNames
{
    /// <summary>Debug code: every local has a slot of its own.</summary>
    Exact,

    /// <summary>Small Release code: locals of disjoint scopes share a field that has the first one's name.</summary>
    Counted,

    /// <summary>Not at all: in large Release code they share fields with spills, and without a state machine they stay on the evaluation stack.</summary>
    None,
}
