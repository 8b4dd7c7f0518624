using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Where a method stands in source: from its name where the source is at hand, else from the first statement, which is all that a PDB tells.</summary>
internal static class DeclarationSpan
{
    /// <summary>Null without symbols.</summary>
    public static SourceSpan? Of(AsyncMethod method, OpenedModule module)
    {
        var points = module.Symbols.Of(method.BodyToken).Points;
        var at = FirstVisible(points);
        if (at < 0 && method.BodyHandle != method.KickoffHandle)
        {
            points = module.Symbols.Of(method.KickoffToken).Points;
            at = FirstVisible(points);
        }

        if (at < 0)
            return null;

        var first = points[at];
        var (line, column) = DeclarationLine.Find(NameInSource(method, module), module.Symbols.SourceOf(first.File!), first) ?? (first.Line, first.Column);
        return new SourceSpan(first.File!, line, column, EndLine(method, points, at));
    }

    private static int FirstVisible(IReadOnlyList<SourcePoint> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (!points[i].IsHidden)
                return i;
        }

        return -1;
    }

    private static string? NameInSource(AsyncMethod method, OpenedModule module)
    {
        if (method.Form is not (MethodForm.Method or MethodForm.EntryPoint or MethodForm.LocalFunction))
            return null;
        var name = module.NameOf(method.KickoffHandle);
        return method.Form == MethodForm.LocalFunction ? CompilerName.TryParse(name)?.Local : name[(name.LastIndexOf('.') + 1)..];
    }

    // In lambdas and local functions the last point can be the brace that closes the method around them.
    private static int EndLine(AsyncMethod method, IReadOnlyList<SourcePoint> points, int firstVisible)
    {
        var first = points[firstVisible];
        var (end, inside) = (0, 0);
        for (var i = firstVisible; i < points.Count; i++)
        {
            var point = points[i];
            if (point.IsHidden || point.File != first.File || point.Line < first.Line)
                continue;
            end = Math.Max(end, point.EndLine);
            if (!IsClosingBrace(point))
                inside = Math.Max(inside, point.EndLine);
        }

        if (method.Form is not (MethodForm.Lambda or MethodForm.LocalFunction) || inside == 0)
            return end;
        return end <= inside + 1 ? end : inside;
    }

    private static bool IsClosingBrace(in SourcePoint point) => point.Line == point.EndLine && point.EndColumn == point.Column + 1;
}
