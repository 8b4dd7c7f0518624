using System.Text;
using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <param name="Head"><c>while (…)</c>, <c>for (…)</c>, <c>foreach (…)</c>, <c>await foreach (…)</c>, or <c>do</c>.</param>
/// <param name="Tail">The condition of a <c>do</c>; null for the others.</param>
/// <param name="Touches">What the head and the tail touch.</param>
/// <param name="Step">The await of the head: of a condition, or the stream's next element; null where the head awaits nothing.</param>
internal sealed record Loop(string Head, string? Tail, LoopTouches Touches, Statement Body, GeneratedAwait? Step = null) : Statement
{
    private bool ComesBack => (Body.Ends & (Completions.Normal | Completions.Continue)) != 0;

    public override Completions Ends => Leave(Body.Ends) | (Tail is null || ComesBack ? Completions.Normal : Completions.None) | Completions.Throw;

    public override Completions EndsAfter(GeneratedAwait await)
    {
        if (await == Step)
        {
            await.InLoop |= ComesBack;
            return Leave(Body.Ends) | Completions.Normal | Completions.Throw;
        }

        var ends = Body.EndsAfter(await);
        var again = (ends & (Completions.Normal | Completions.Continue)) != 0;
        await.InLoop |= again;
        return Leave(ends) | (again ? Leave(Body.Ends) | Completions.Normal : Completions.None) | Completions.Throw;
    }

    public override bool Contains(GeneratedAwait await) => await == Step || Body.Contains(await);

    public override Names NeededBefore(Needs behind)
    {
        Names question = [], body = [];
        for (var before = -1; before < question.Count + body.Count;)
        {
            before = question.Count + body.Count;
            var next = Touches.Advance.NeededBefore(question, behind.Throw);
            body = Body.NeededBefore(behind with { Normal = next, Continue = next, Break = behind.Normal });
            var answered = behind.Normal.Union(Touches.EachRound is null ? body : body.Remove(Touches.EachRound)).Union(behind.Throw);
            if (Step is not null)
                Step.Needed = Step.Needed.Union(answered);
            question = Touches.Question.Union(answered);
        }

        return Tail is null ? Touches.Start.NeededBefore(question, behind.Throw) : body;
    }

    public override void Write(StringBuilder source, int indent)
    {
        Line(source, indent, Head);
        Braced(source, indent, Body);
        if (Tail is not null)
            Line(source, indent, Tail);
    }

    private static Completions Leave(Completions body) =>
        (body & (Completions.Return | Completions.Throw)) | ((body & Completions.Break) != 0 ? Completions.Normal : Completions.None);
}
