using System.Text;
using Names = System.Collections.Immutable.ImmutableHashSet<string>;

namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>A generated statement that knows how it ends, without Roslyn and without IL.</summary>
internal abstract record Statement
{
    /// <summary>How it can end when it is started.</summary>
    public abstract Completions Ends { get; }

    /// <summary>How it can end when it goes on behind one of its own awaits; notes on the await when a loop brings it back.</summary>
    public abstract Completions EndsAfter(GeneratedAwait await);

    public abstract bool Contains(GeneratedAwait await);

    /// <summary>The variables whose values it needs when it is started; notes on its awaits what is needed behind them.</summary>
    /// <param name="behind">What is needed where it ends.</param>
    public abstract Names NeededBefore(Needs behind);

    public abstract void Write(StringBuilder source, int indent);

    protected static void Line(StringBuilder source, int indent, string text) => source.Append(' ', indent * 4).Append(text).Append('\n');

    protected static void Braced(StringBuilder source, int indent, Statement body)
    {
        Line(source, indent, "{");
        body.Write(source, indent + 1);
        Line(source, indent, "}");
    }
}
