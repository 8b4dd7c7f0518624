using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>One method explained: its bill, its awaits, where it goes on, its memory, what each await keeps alive, what to change.</summary>
public static class Explanation
{
    public static IEnumerable<TextLine> Write(MethodReport method, RuntimeInfo runtime, TextOptions options)
    {
        IEnumerable<TextLine>[] parts =
        [
            [.. MethodHeading.Write(method, options), Target(runtime, options)],
            AllocationText.Write(method, options),
            AwaitText.Suspensions(method, options),
            ResumptionText.Write(method, options),
            MemoryText(method, runtime, options),
            LaneDiagram.Write(method, options),
            AdviceText.Write(method, options),
            ChecklistText.Write(method, options),
        ];
        var first = true;
        foreach (var part in parts)
        {
            var started = false;
            foreach (var line in part)
            {
                if (!started && !first)
                    yield return TextLine.Empty;
                started = true;
                first = false;
                yield return line;
            }
        }
    }

    private static TextLine Target(RuntimeInfo runtime, TextOptions options) =>
        TextLine.Of($"figures for {runtime.Framework} on {runtime.Architecture} {options.Glyphs.Separator} layouts from the {runtime.LayoutSource switch
        {
            "installed" => "installed framework",
            "package" => "package's layout data",
            _ => "reference assemblies",
        }}", TextStyle.Faint);

    private static IEnumerable<TextLine> MemoryText(MethodReport method, RuntimeInfo runtime, TextOptions options)
    {
        yield return TextLine.Of("What is in its state machine?", TextStyle.Heading);
        foreach (var line in LayoutText.WriteMemory(method, runtime, options))
            yield return line;
    }
}
