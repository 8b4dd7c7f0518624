namespace AsyncWeave.Analysis.Flow;

/// <summary>An await's instructions before it is described; indices, -1 where there is none.</summary>
/// <param name="Leave">The last instruction before the body leaves.</param>
/// <param name="Resume">Where it comes back.</param>
/// <param name="Site">The call that hands the continuation over.</param>
/// <param name="Awaiter">Full metadata name without type arguments; null for <c>dynamic</c>.</param>
/// <param name="GetAwaiter">The call that made the awaiter.</param>
/// <param name="Awaitable">Producer of the awaited value.</param>
internal sealed record AwaitSite(int Leave, int Resume, int Site, string? Awaiter, int GetAwaiter, int Awaitable)
{
    /// <summary>The instruction that stands for the await in the source.</summary>
    public int Anchor => GetAwaiter >= 0 ? GetAwaiter : Leave;
}
