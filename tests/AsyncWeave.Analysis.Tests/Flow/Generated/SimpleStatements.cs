using System.Text;
using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>Calls something, which can throw.</summary>
internal sealed record Work(string Text, Touched Touched) : Statement
{
    public override Completions Ends => Completions.Normal | Completions.Throw;

    public override Completions EndsAfter(GeneratedAwait await) => Completions.None;

    public override bool Contains(GeneratedAwait await) => false;

    public override Names NeededBefore(Needs behind) => Touched.NeededBefore(behind.Normal, behind.Throw);

    public override void Write(StringBuilder source, int indent) => Line(source, indent, Text);
}

/// <param name="Text">Holds one await.</param>
/// <param name="Before">What is read in front of the await.</param>
/// <param name="After">What is touched with its result.</param>
internal sealed record AwaitStatement(string Text, GeneratedAwait Await, Names Before, Touched After) : Statement
{
    public override Completions Ends => Completions.Normal | Completions.Throw;

    public override Completions EndsAfter(GeneratedAwait await) => Completions.Normal | Completions.Throw;

    public override bool Contains(GeneratedAwait await) => await == Await;

    public override Names NeededBefore(Needs behind)
    {
        var across = After.NeededBefore(behind.Normal, behind.Throw);
        Await.Needed = Await.Needed.Union(across);
        return Before.Union(across);
    }

    public override void Write(StringBuilder source, int indent) => Line(source, indent, Text);
}

/// <param name="Text"><c>break;</c>, <c>continue;</c>, <c>return 1;</c> or a <c>throw</c>.</param>
internal sealed record Jump(string Text, Completions Kind, Touched Touched) : Statement
{
    public override Completions Ends => Kind;

    public override Completions EndsAfter(GeneratedAwait await) => Completions.None;

    public override bool Contains(GeneratedAwait await) => false;

    public override Names NeededBefore(Needs behind) => Touched.Reads.Union(Kind switch
    {
        Completions.Break => behind.Break,
        Completions.Continue => behind.Continue,
        Completions.Return => behind.Return.Union(Touched.Reads.IsEmpty ? [] : behind.Throw), // the value is converted by a call
        _ => behind.Throw,
    });

    public override void Write(StringBuilder source, int indent) => Line(source, indent, Text);
}
