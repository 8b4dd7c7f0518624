using System.Text;
using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>An <c>if</c>, with or without <c>else</c>, or a <c>switch</c>: one of several bodies, or none of them.</summary>
/// <param name="Heads">What stands in front of each body.</param>
/// <param name="Question">What the heads read.</param>
/// <param name="Around">The line of a <c>switch</c>; null for an <c>if</c>.</param>
internal sealed record Branch(string? Around, Names Question, IReadOnlyList<string> Heads, IReadOnlyList<Statement> Bodies, bool Exhaustive) : Statement
{
    public override Completions Ends => Bodies.Aggregate(
        Completions.Throw | (Exhaustive ? Completions.None : Completions.Normal),
        (ends, body) => ends | body.Ends);

    public override Completions EndsAfter(GeneratedAwait await) => Bodies.First(body => body.Contains(await)).EndsAfter(await);

    public override bool Contains(GeneratedAwait await) => Bodies.Any(body => body.Contains(await));

    public override Names NeededBefore(Needs behind) => Bodies.Aggregate(
        Question.Union(behind.Throw).Union(Exhaustive ? [] : behind.Normal),
        (needed, body) => needed.Union(body.NeededBefore(behind)));

    public override void Write(StringBuilder source, int indent)
    {
        var inner = Around is null ? indent : indent + 1;
        if (Around is not null)
        {
            Line(source, indent, Around);
            Line(source, indent, "{");
        }

        for (var i = 0; i < Bodies.Count; i++)
        {
            Line(source, inner, Heads[i]);
            Braced(source, inner, Bodies[i]);
            if (Around is not null && Bodies[i].Ends.HasFlag(Completions.Normal))
                Line(source, inner, "break;");
        }

        if (Around is not null)
            Line(source, indent, "}");
    }
}
