using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>Awaits as columns, fields as rows: what each suspension keeps alive.</summary>
public static class LaneDiagram
{
    private const int MostRows = 60;
    private const int MostBlocks = 4;

    public static IEnumerable<TextLine> Write(MethodReport method, TextOptions options)
    {
        var rows = LaneRow.Of(method);
        if (method.AwaitCount == 0 || rows.Count == 0)
            yield break;
        yield return TextLine.Of("What does each await keep alive?", TextStyle.Heading);
        var grid = LaneGrid.Of([.. rows.Take(MostRows)], method.AwaitCount, options);
        var lines = grid.Blocks <= MostBlocks ? grid.Write() : AsRuns([.. rows.Take(MostRows)], options);
        foreach (var line in lines)
            yield return line;
        if (rows.Count > MostRows)
            yield return TextLine.Of($"  and {Figures.Count(rows.Count - MostRows, "smaller field")}", TextStyle.Faint);
        foreach (var line in Needless(rows, options))
            yield return line;
    }

    // More awaits than columns: the numbers instead of the picture.
    private static IEnumerable<TextLine> AsRuns(IReadOnlyList<LaneRow> rows, TextOptions options) => rows.SelectMany(row => Prose.Wrap(
        new TextSpan($"  {Figures.Number(row.Bytes),6} B  ", row.Style),
        row.Live.Count == 0 ? $"{row.Name}: no await" : $"{row.Name}: {string.Join(", ", IndexRuns.Of(row.Live).Select(Run))}",
        options));

    private static string Run((int First, int Last) run) =>
        run.First == run.Last ? $"#{Figures.Number(run.First)}" : $"#{Figures.Number(run.First)}-{Figures.Number(run.Last)}";

    private static IEnumerable<TextLine> Needless(IReadOnlyList<LaneRow> rows, TextOptions options)
    {
        var needless = rows.Where(row => row.Live.Count == 0)
            .Select(row => row.SavesBytes > 0 ? $"{row.Name} (without it the state machine is {Figures.Bytes(row.SavesBytes, true, options.Glyphs)} smaller)" : row.Name)
            .ToList();
        return needless.Count == 0 ? [] : Prose.Wrap(new TextSpan("  "), "No await needs " + string.Join(", ", needless) + ".", options, TextStyle.Concern);
    }
}
