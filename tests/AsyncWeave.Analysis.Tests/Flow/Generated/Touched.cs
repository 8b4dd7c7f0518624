using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>The variables that an expression reads, and then the one that it writes.</summary>
internal sealed record Touched(Names Reads, string? Write = null)
{
    public static Touched Nothing { get; } = new([]);

    public static Touched Reading(params string[] names) => new([.. names]);

    /// <summary>What is needed in front of it, which can throw before it has written.</summary>
    public Names NeededBefore(Names behind, Names thrown) => Reads.Union(Write is null ? behind : behind.Remove(Write)).Union(thrown);
}
