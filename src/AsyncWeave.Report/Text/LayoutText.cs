using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>What <c>layout</c> prints of one method: a heading, the size, the drawing.</summary>
public static class LayoutText
{
    public static IEnumerable<TextLine> Write(MethodReport method, RuntimeInfo runtime, TextOptions options) =>
        [.. MethodHeading.Write(method, options), .. WriteMemory(method, runtime, options)];

    internal static IEnumerable<TextLine> WriteMemory(MethodReport method, RuntimeInfo runtime, TextOptions options) =>
        method.StateMachine is { } machine ? WriteMachine(machine, runtime, options) : WithoutStateMachine(method, options);

    private static IEnumerable<TextLine> WriteMachine(StateMachine machine, RuntimeInfo runtime, TextOptions options)
    {
        yield return TextLine.Of($"Type layout for '{Printable.Of(LastPart(machine.Type))}'");
        yield return TextLine.Of(
            new TextSpan("Size: "),
            new TextSpan(Size(machine, options.Glyphs), TextStyle.Number),
            new TextSpan($" ({(machine.IsValueType ? "struct" : "class, on the heap")}, {runtime.Framework} {runtime.Architecture}), padding: {Figures.InWords(machine.Padding)}"));
        foreach (var note in Notes(machine, options))
            yield return note;
        foreach (var line in MemoryDrawing.Draw(machine, runtime.PointerSize, options))
            yield return line;
    }

    private static string Size(StateMachine machine, Glyphs glyphs) =>
        machine.Exact ? Figures.InWords(machine.Size) : $"{glyphs.AtLeast} {Figures.InWords(machine.Size)}";

    private static IEnumerable<TextLine> Notes(StateMachine machine, TextOptions options)
    {
        IEnumerable<TextLine> inexact = machine.Exact
            ? []
            : Prose.Wrap(new TextSpan(options.Glyphs.AtLeast + " "), $"is a lower bound: {Printable.Of(machine.InexactBecause ?? "a part could not be resolved")}", options, TextStyle.Concern);
        IEnumerable<TextLine> assumed = machine.Assumes is { } assumption
            ? Prose.Wrap(new TextSpan("assumes "), Printable.Of(assumption), options, TextStyle.Faint)
            : [];
        return [.. inexact, .. assumed];
    }

    private static IEnumerable<TextLine> WithoutStateMachine(MethodReport method, TextOptions options)
    {
        foreach (var line in Prose.Wrap(new TextSpan(""), "No state machine: the runtime itself suspends this method (runtime-async).", options))
            yield return line;
        if (method.Continuation is not { } continuation)
            yield break;
        var carried = $"Its continuation is {Figures.Bytes(continuation.Bytes, continuation.Exact, options.Glyphs)} on the heap, assuming {Printable.Of(continuation.Assumes)}.";
        foreach (var line in Prose.Wrap(new TextSpan(""), carried, options))
            yield return line;
        foreach (var slot in continuation.Slots)
            yield return TextLine.Of($"  {TypeNames.Short(slot.Type)} {Printable.Of(slot.Name ?? "(temporary)")} ({Figures.InWords(slot.Size)})");
    }

    private static string LastPart(string type) => type.Substring(type.LastIndexOf('/') + 1);
}
