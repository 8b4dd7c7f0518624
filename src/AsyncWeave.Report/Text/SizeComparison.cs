using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>The sizes of the same methods on several runtimes, side by side.</summary>
public static class SizeComparison
{
    private const int NarrowestColumn = 9;

    /// <param name="reports">The same assembly, analysed once for each runtime.</param>
    /// <param name="rows">The methods to list, of the first report.</param>
    public static IEnumerable<TextLine> Write(IReadOnlyList<AssemblyReport> reports, IReadOnlyList<MethodReport> rows, TextOptions options)
    {
        var columns = reports.Select(report => $"{report.Runtime.Framework} {report.Runtime.Architecture}").ToList();
        var width = Math.Max(NarrowestColumn, columns.Max(c => c.Length)) + 2;
        var names = rows.Select(method => Printable.Of(method.DisplayName)).ToList();
        var nameWidth = names.Count == 0 ? 0 : names.Max(DisplayWidth.Of);
        nameWidth = Math.Max("state machine".Length, Math.Min(nameWidth, options.Width - columns.Count * width));
        var byToken = reports.Select(report => report.Methods.ToDictionary(m => m.Token, StringComparer.Ordinal)).ToList();

        yield return TextLine.Of(DisplayWidth.PadRight("state machine", nameWidth) + string.Concat(columns.Select(c => DisplayWidth.PadLeft(c, width))), TextStyle.Heading);
        for (var i = 0; i < rows.Count; i++)
        {
            var sizes = byToken.Select(methods => DisplayWidth.PadLeft(SizeOf(methods, rows[i].Token, options.Glyphs), width));
            var name = DisplayWidth.PadRight(DisplayWidth.Cut(names[i], nameWidth, options.Glyphs.Ellipsis), nameWidth);
            yield return TextLine.Of(new TextSpan(name), new TextSpan(string.Concat(sizes), TextStyle.Number));
        }

        var inexact = reports.Where((_, i) => rows.Any(row => byToken[i].TryGetValue(row.Token, out var method) && method.StateMachine is { Exact: false })).ToList();
        if (inexact.Count > 0)
            yield return TextLine.Of($"{options.Glyphs.AtLeast} is a lower bound; --runtime {inexact[0].Runtime.Framework} alone says why", TextStyle.Concern);
    }

    private static string SizeOf(Dictionary<string, MethodReport> methods, string token, Glyphs glyphs) =>
        methods.TryGetValue(token, out var method) && method.StateMachine is { } machine
            ? Figures.Bytes(machine.Size, machine.Exact, glyphs)
            : "-";
}
