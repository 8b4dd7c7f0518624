using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <param name="Start">What is touched once, in front of the loop.</param>
/// <param name="Question">What is read to decide on another round.</param>
/// <param name="EachRound">The variable that a round starts with anew; null where there is none.</param>
/// <param name="Advance">What is touched behind a round.</param>
internal sealed record LoopTouches(Touched Start, Names Question, string? EachRound, Touched Advance)
{
    public static LoopTouches Asking(string name) => new(Touched.Nothing, [name], null, Touched.Nothing);
}
