using System.Text;
using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>One statement after the other; nothing stands behind one that cannot end normally.</summary>
internal sealed record Block(IReadOnlyList<Statement> Statements) : Statement
{
    public override Completions Ends => Behind(0, Completions.Normal);

    public override Completions EndsAfter(GeneratedAwait await)
    {
        for (var i = 0; i < Statements.Count; i++)
        {
            if (Statements[i].Contains(await))
                return Behind(i + 1, Statements[i].EndsAfter(await));
        }

        return Completions.None;
    }

    public override bool Contains(GeneratedAwait await) => Statements.Any(statement => statement.Contains(await));

    public override Names NeededBefore(Needs behind)
    {
        foreach (var statement in Statements.Reverse())
            behind = behind with { Normal = statement.NeededBefore(behind) };
        return behind.Normal;
    }

    public override void Write(StringBuilder source, int indent)
    {
        foreach (var statement in Statements)
            statement.Write(source, indent);
    }

    private Completions Behind(int index, Completions so)
    {
        for (; index < Statements.Count && so.HasFlag(Completions.Normal); index++)
            so = (so & ~Completions.Normal) | Statements[index].Ends;
        return so;
    }
}
