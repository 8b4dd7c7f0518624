using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>The variables whose values are needed behind each of the ways in which a statement can end.</summary>
internal sealed record Needs(Names Normal, Names Break, Names Continue, Names Return, Names Throw)
{
    public static Needs None { get; } = new([], [], [], [], []);

    /// <summary>The same ways, each asked for what is needed in front of a final part that stands between.</summary>
    /// <param name="ends">The ways that are taken.</param>
    public Needs Through(Statement final, Completions ends)
    {
        return new(Before(Completions.Normal, Normal), Before(Completions.Break, Break), Before(Completions.Continue, Continue), Before(Completions.Return, Return), Before(Completions.Throw, Throw));

        Names Before(Completions way, Names needed) => ends.HasFlag(way) ? final.NeededBefore(this with { Normal = needed }) : [];
    }
}
