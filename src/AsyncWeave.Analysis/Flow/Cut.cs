namespace AsyncWeave.Analysis.Flow;

/// <summary>Where the graph is cut: the body leaves behind <paramref name="Leave"/> and comes back at <paramref name="Resume"/>.</summary>
/// <param name="Leave">Index of the last instruction before the body leaves: the store of the state, or the call that suspends.</param>
/// <param name="Resume">Index of the resume point.</param>
/// <param name="Site">Index of the call that hands the continuation over; -1 for a <c>yield</c>.</param>
internal sealed record Cut(int Leave, int Resume, int Site)
{
    public bool IsAwait => Site >= 0;
}
