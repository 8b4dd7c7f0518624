using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Html.Data;

/// <summary>The lines of the listed methods and no others, by file.</summary>
internal static class SourceExcerpts
{
    public static void Write(JsonTextWriter json, ReportSet set, Func<string, IReadOnlyList<string>?> linesOf)
    {
        json.Name("sources");
        json.StartObject();
        var spans = set.Reports.SelectMany(r => r.Methods).Select(m => m.Source).OfType<SourceSpan>();
        foreach (var file in spans.GroupBy(s => s.File, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (linesOf(file.Key) is not { } lines)
                continue;
            json.Name(file.Key);
            json.StartArray();
            foreach (var number in NumbersOf(file, lines.Count))
                WriteLine(json, number, lines[number - 1]);
            json.EndArray();
        }

        json.EndObject();
    }

    // Spans come from symbols, which may lie: clamped to what the file has before anything is counted.
    private static SortedSet<int> NumbersOf(IEnumerable<SourceSpan> spans, int count)
    {
        var numbers = new SortedSet<int>();
        foreach (var span in spans)
        {
            for (var line = Math.Max(1, span.Line); line <= Math.Min(span.EndLine, count); line++)
                numbers.Add(line);
        }

        return numbers;
    }

    private static void WriteLine(JsonTextWriter json, int number, string text)
    {
        json.StartArray();
        json.Number(number);
        json.String(text);
        json.EndArray();
    }
}
