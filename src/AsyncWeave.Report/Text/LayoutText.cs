using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>What <c>layout</c> prints of one method: a heading, the size, the drawing.</summary>
public static class LayoutText
{
    public static IEnumerable<TextLine> Write(MethodReport method, RuntimeInfo runtime, TextOptions options)
    {
        foreach (var line in MethodHeading.Write(method, options))
            yield return line;
        if (method.StateMachine is not { } machine)
        {
            foreach (var line in WithoutStateMachine(method, options.Glyphs))
                yield return line;
            yield break;
        }

        yield return TextLine.Of($"Type layout for '{Printable.Of(LastPart(machine.Type))}'");
        yield return TextLine.Of(
            new TextSpan("Size: "),
            new TextSpan(Size(machine, options.Glyphs), TextStyle.Number),
            new TextSpan($" ({(machine.IsValueType ? "struct" : "class, on the heap")}, {runtime.Framework} {runtime.Architecture}), padding: {Figures.InWords(machine.Padding)}"));
        foreach (var note in Notes(machine, options.Glyphs))
            yield return note;
        foreach (var line in MemoryDrawing.Draw(machine, runtime.PointerSize, options))
            yield return line;
    }

    private static string Size(StateMachine machine, Glyphs glyphs) =>
        machine.Exact ? Figures.InWords(machine.Size) : $"{glyphs.AtLeast} {Figures.InWords(machine.Size)}";

    private static IEnumerable<TextLine> Notes(StateMachine machine, Glyphs glyphs)
    {
        if (!machine.Exact)
            yield return TextLine.Of($"{glyphs.AtLeast} is a lower bound: {Printable.Of(machine.InexactBecause ?? "a part could not be resolved")}", TextStyle.Concern);
        if (machine.Assumes is { } assumption)
            yield return TextLine.Of($"assumes {Printable.Of(assumption)}", TextStyle.Faint);
    }

    private static IEnumerable<TextLine> WithoutStateMachine(MethodReport method, Glyphs glyphs)
    {
        yield return TextLine.Of("No state machine: the runtime itself suspends this method (runtime-async).");
        if (method.Continuation is not { } continuation)
            yield break;
        yield return TextLine.Of($"Its continuation carries {Figures.Bytes(continuation.Bytes, continuation.Exact, glyphs)}, assuming {Printable.Of(continuation.Assumes)}.");
        foreach (var slot in continuation.Slots)
            yield return TextLine.Of($"  {TypeNames.Short(slot.Type)} {Printable.Of(slot.Name ?? "(temporary)")} ({Figures.InWords(slot.Size)})");
    }

    private static string LastPart(string type) => type.Substring(type.LastIndexOf('/') + 1);
}
