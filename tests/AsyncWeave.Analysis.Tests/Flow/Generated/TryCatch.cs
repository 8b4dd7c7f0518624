using System.Text;
using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <param name="Heads">The <c>catch</c> lines.</param>
/// <param name="Asked">What their filters read.</param>
/// <param name="CatchesAll">The last of them lets nothing through.</param>
internal sealed record TryCatch(Statement Body, IReadOnlyList<string> Heads, Names Asked, IReadOnlyList<Statement> Catches, bool CatchesAll) : Statement
{
    public override Completions Ends => Caught(Body.Ends);

    public override Completions EndsAfter(GeneratedAwait await) => Body.Contains(await)
        ? Caught(Body.EndsAfter(await))
        : Catches.First(body => body.Contains(await)).EndsAfter(await);

    public override bool Contains(GeneratedAwait await) => Body.Contains(await) || Catches.Any(body => body.Contains(await));

    public override Names NeededBefore(Needs behind)
    {
        var caught = Catches.Aggregate(Asked.Union(CatchesAll ? [] : behind.Throw), (needed, handler) => needed.Union(handler.NeededBefore(behind)));
        return Body.NeededBefore(behind with { Throw = caught });
    }

    public override void Write(StringBuilder source, int indent)
    {
        Line(source, indent, "try");
        Braced(source, indent, Body);
        for (var i = 0; i < Catches.Count; i++)
        {
            Line(source, indent, Heads[i]);
            Braced(source, indent, Catches[i]);
        }
    }

    private Completions Caught(Completions body)
    {
        if (!body.HasFlag(Completions.Throw))
            return body;
        var caught = Catches.Aggregate(Completions.None, (ends, handler) => ends | handler.Ends);
        return (body & ~Completions.Throw) | caught | (CatchesAll ? Completions.None : Completions.Throw);
    }
}
