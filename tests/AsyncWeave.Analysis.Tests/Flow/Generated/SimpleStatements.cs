using System.Text;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>Calls something, which can throw.</summary>
internal sealed record Work(string Text) : Statement
{
    public override Completions Ends => Completions.Normal | Completions.Throw;

    public override Completions EndsAfter(GeneratedAwait await) => Completions.None;

    public override bool Contains(GeneratedAwait await) => false;

    public override void Write(StringBuilder source, int indent) => Line(source, indent, Text);
}

/// <param name="Text">Holds one await.</param>
internal sealed record AwaitStatement(string Text, GeneratedAwait Await) : Statement
{
    public override Completions Ends => Completions.Normal | Completions.Throw;

    public override Completions EndsAfter(GeneratedAwait await) => Completions.Normal | Completions.Throw;

    public override bool Contains(GeneratedAwait await) => await == Await;

    public override void Write(StringBuilder source, int indent) => Line(source, indent, Text);
}

/// <param name="Text"><c>break;</c>, <c>continue;</c>, <c>return 1;</c> or a <c>throw</c>.</param>
internal sealed record Jump(string Text, Completions Kind) : Statement
{
    public override Completions Ends => Kind;

    public override Completions EndsAfter(GeneratedAwait await) => Completions.None;

    public override bool Contains(GeneratedAwait await) => false;

    public override void Write(StringBuilder source, int indent) => Line(source, indent, Text);
}
