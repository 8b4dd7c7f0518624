using System.Text.Json;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Data;

/// <summary>The lines of the listed methods and no others, by file.</summary>
internal static class SourceExcerpts
{
    public static void Write(Utf8JsonWriter json, ReportSet set, Func<string, IReadOnlyList<string>?> linesOf)
    {
        json.WriteStartObject("sources");
        var spans = set.Reports.SelectMany(r => r.Methods).Select(m => m.Source).OfType<SourceSpan>();
        foreach (var file in spans.GroupBy(s => s.File, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (linesOf(file.Key) is not { } lines)
                continue;
            json.WriteStartArray(file.Key);
            foreach (var number in NumbersOf(file, lines.Count))
                WriteLine(json, number, lines[number - 1]);
            json.WriteEndArray();
        }

        json.WriteEndObject();
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

    private static void WriteLine(Utf8JsonWriter json, int number, string text)
    {
        json.WriteStartArray();
        json.WriteNumberValue(number);
        json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
