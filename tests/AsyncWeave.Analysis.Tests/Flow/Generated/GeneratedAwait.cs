using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>An await whose truth the generator keeps.</summary>
internal sealed class GeneratedAwait
{
    /// <summary>A loop brings control back to it.</summary>
    public bool InLoop { get; set; }

    /// <summary>The variables whose values are needed behind it.</summary>
    public Names Needed { get; set; } = [];
}
