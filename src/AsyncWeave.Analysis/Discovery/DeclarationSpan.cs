using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Where a method stands in source: from its name where the source is at hand, else from the first statement, which is all that a PDB tells.</summary>
internal static class DeclarationSpan
{
    /// <summary>Null without symbols.</summary>
    public static SourceSpan? Of(AsyncMethod method, Symbols symbols)
    {
        var visible = symbols.Of(method.Body.MetadataToken.ToInt32()).Points.Where(point => !point.IsHidden).ToList();
        if (visible.Count == 0 && method.Body != method.Kickoff)
            visible = symbols.Of(method.Kickoff.MetadataToken.ToInt32()).Points.Where(point => !point.IsHidden).ToList();
        if (visible.Count == 0)
            return null;

        var first = visible[0];
        var own = visible.Where(point => point.File == first.File && point.Line >= first.Line).ToList();
        var (line, column) = DeclarationLine.Find(method, symbols.SourceOf(first.File!), first) ?? (first.Line, first.Column);
        return new SourceSpan(first.File!, line, column, EndLine(method, own));
    }

    // In lambdas and local functions the last point can be the brace that closes the method around them.
    private static int EndLine(AsyncMethod method, List<SourcePoint> own)
    {
        var end = own.Max(point => point.EndLine);
        if (method.Form is not (MethodForm.Lambda or MethodForm.LocalFunction))
            return end;

        var inside = own.Where(point => !IsClosingBrace(point)).Select(point => point.EndLine).DefaultIfEmpty(end).Max();
        return end <= inside + 1 ? end : inside;
    }

    private static bool IsClosingBrace(SourcePoint point) => point.Line == point.EndLine && point.EndColumn == point.Column + 1;
}
