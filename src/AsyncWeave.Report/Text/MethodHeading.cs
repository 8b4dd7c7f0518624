using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>Which method, where it stands and what it is, in one or two lines.</summary>
internal static class MethodHeading
{
    public static IEnumerable<TextLine> Write(MethodReport method, TextOptions options)
    {
        yield return TextLine.Of(Printable.Of(method.DisplayName), TextStyle.Heading);
        var place = Place(method);
        var facts = $"{Kind(method)} {options.Glyphs.Separator} {TypeNames.Short(method.ReturnType)}";
        yield return TextLine.Of(place.Length == 0 ? facts : $"{facts} {options.Glyphs.Separator} {place}", TextStyle.Faint);
    }

    private static string Place(MethodReport method) =>
        method.Source is { } source ? $"{Printable.Of(source.File)}({Figures.Number(source.Line)},{Figures.Number(source.Column)})" : "";

    private static string Kind(MethodReport method) => KindName(method.Kind) + method.Form switch
    {
        MethodForm.Lambda => " lambda",
        MethodForm.LocalFunction => " local function",
        MethodForm.EntryPoint => " entry point",
        MethodForm.Accessor => " accessor",
        _ => " method",
    };

    private static string KindName(MethodKind kind) => kind switch
    {
        MethodKind.AsyncIterator => "async iterator",
        MethodKind.Iterator => "iterator",
        MethodKind.RuntimeAsync => "runtime-async",
        MethodKind.ResumableCode => "task expression",
        _ => "async",
    };
}
