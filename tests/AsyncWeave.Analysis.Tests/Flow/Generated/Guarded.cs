using System.Text;
using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>A body whose every way out leads through something else: <c>try</c>/<c>finally</c>, <c>using</c>, <c>await using</c>, the end of an <c>await foreach</c>.</summary>
/// <param name="Head">Null where the body brings its own.</param>
/// <param name="Opening">What the head touches.</param>
/// <param name="IsWritten">Whether the final part stands in the source as a <c>finally</c>.</param>
internal sealed record Guarded(string? Head, Touched Opening, Statement Body, Statement Final, bool IsWritten) : Statement
{
    public override Completions Ends => Through(Body.Ends, Final.Ends) | (IsWritten ? Completions.None : Completions.Throw);

    public override Completions EndsAfter(GeneratedAwait await) => Body.Contains(await)
        ? Through(Body.EndsAfter(await), Final.Ends)
        : Through(Body.Ends, Final.EndsAfter(await));

    public override bool Contains(GeneratedAwait await) => Body.Contains(await) || Final.Contains(await);

    public override Names NeededBefore(Needs behind)
    {
        var needed = Body.NeededBefore(behind.Through(Final, Body.Ends | Completions.Throw));
        return Head is null ? needed : Opening.NeededBefore(needed, behind.Throw);
    }

    public override void Write(StringBuilder source, int indent)
    {
        if (Head is null)
        {
            Body.Write(source, indent);
        }
        else
        {
            Line(source, indent, Head);
            Braced(source, indent, Body);
        }

        if (!IsWritten)
            return;
        Line(source, indent, "finally");
        Braced(source, indent, Final);
    }

    private static Completions Through(Completions pending, Completions final) =>
        (final.HasFlag(Completions.Normal) ? pending : Completions.None) | (final & ~Completions.Normal);
}
