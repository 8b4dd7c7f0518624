using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Source places of instructions, by the sequence point that covers them.</summary>
internal sealed class Places(BodyCode code, MethodSymbols symbols, TraceBuffers buffers)
{
    private readonly SourcePoint[] points = symbols.Points;
    private int[]? pointOf;

    public bool Known => points.Length > 0;

    public bool HasName(int localIndex) => symbols.LocalNames.ContainsKey(localIndex);

    public string? NameOf(int localIndex) => symbols.LocalNames.TryGetValue(localIndex, out var name) ? name : null;

    /// <summary>The point that covers an instruction, hidden or not; null in front of the first one.</summary>
    public SourcePoint? Covering(int instruction) => At(IndexOf(instruction));

    /// <summary>Line of the visible point that covers an instruction; 0 where none does.</summary>
    public int LineOf(int instruction) => Covering(instruction) is { IsHidden: false, Line: var line } ? line : 0;

    /// <summary>The nearest visible point at or in front of an instruction.</summary>
    public SourcePoint? Visible(int instruction)
    {
        for (var i = IndexOf(instruction); i >= 0; i--)
        {
            if (!points[i].IsHidden)
                return points[i];
        }

        return null;
    }

    /// <summary>
    /// The place of an await that stands on a hidden point inside a statement, which is the part that its result goes to: an arm of a
    /// <c>switch</c> expression has its point behind the await. Null where the await has a point of its own.
    /// </summary>
    public SourcePoint? WithinStatement(int await, int resume)
    {
        var at = IndexOf(await);
        if (at < 0 || !points[at].IsHidden)
            return null;
        for (var next = IndexOf(resume); next < points.Length; next++)
        {
            if (points[next].Offset >= code.Offset(resume) && !points[next].IsHidden)
                return IsPartOfEarlier(points[next], at) ? points[next] : null;
        }

        return null;
    }

    private bool IsPartOfEarlier(SourcePoint part, int before)
    {
        for (var i = before; i >= 0; i--)
        {
            var whole = points[i];
            if (whole.File == part.File
                && (whole.Line, whole.Column).CompareTo((part.Line, part.Column)) <= 0
                && (whole.EndLine, whole.EndColumn).CompareTo((part.EndLine, part.EndColumn)) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether the author wrote something that starts in a range of instructions (end exclusive).</summary>
    public bool AnyVisible(int start, int end) => VisibleIn(start, end).Any();

    /// <summary>What the author wrote that starts in a range of instructions (end exclusive).</summary>
    public IEnumerable<SourcePoint> VisibleIn(int start, int end)
    {
        for (var i = Math.Max(0, IndexOf(start)); i < points.Length; i++)
        {
            var offset = points[i].Offset;
            if (end < code.Count && offset >= code.Offset(end))
                yield break;
            if (offset >= code.Offset(start) && !points[i].IsHidden)
                yield return points[i];
        }
    }

    private SourcePoint? At(int index) => index < 0 ? null : points[index];

    private int IndexOf(int instruction) => (pointOf ??= PointsOfInstructions())[instruction];

    // Every use of every field asks: one walk along both lists answers them all.
    private int[] PointsOfInstructions()
    {
        var covers = buffers.Any(code.Count);
        var covering = -1;
        var next = points.Length > 0 ? points[0].Offset : int.MaxValue;
        for (var i = 0; i < code.Count; i++)
        {
            while (next <= code.Offset(i))
                next = ++covering + 1 < points.Length ? points[covering + 1].Offset : int.MaxValue;
            covers[i] = covering;
        }

        return covers;
    }
}
