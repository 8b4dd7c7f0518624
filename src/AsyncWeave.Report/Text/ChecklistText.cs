using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>The twelve questions with this method's answers.</summary>
internal static class ChecklistText
{
    public static IEnumerable<TextLine> Write(MethodReport method, TextOptions options)
    {
        if (method.Checklist.Count == 0)
            yield break;
        yield return TextLine.Of($"{(method.Checklist.Count == 12 ? "Twelve" : Figures.Number(method.Checklist.Count))} questions to any async method", TextStyle.Heading);
        for (var i = 0; i < method.Checklist.Count; i++)
        {
            var entry = method.Checklist[i];
            var number = Figures.Number(i + 1).PadLeft(4) + ". ";
            foreach (var line in Prose.Wrap(new TextSpan(number, TextStyle.Faint), Printable.Of(entry.Question), options))
                yield return line;
            foreach (var line in Prose.Wrap(new TextSpan("      "), Printable.Of(entry.Answer), options, Style(entry.Verdict)))
                yield return line;
        }
    }

    private static TextStyle Style(ChecklistVerdict verdict) => verdict switch
    {
        ChecklistVerdict.Good => TextStyle.Good,
        ChecklistVerdict.Concern => TextStyle.Concern,
        ChecklistVerdict.Unknown => TextStyle.Faint,
        _ => TextStyle.Plain,
    };
}
