using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Rules;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>What the tool has to say of its own work on one assembly (AW0003, AW0004, AW0006, AW0008).</summary>
internal sealed class ToolFindings
{
    private const int MethodsNamed = 5;

    private readonly List<Diagnostic> notAnalysed = [];
    private readonly SortedDictionary<string, List<AsyncMethod>> inexactBecauseOf = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> others = [];

    public void AddMethods(IEnumerable<AnalysedMethod> methods)
    {
        foreach (var analysed in methods)
        {
            if (analysed.Inexact is { } layout)
                AddInexact(analysed.Method, layout);
            if (analysed.Fault is { } fault)
                AddNotAnalysed(analysed.Method, analysed.Source, fault);
        }
    }

    private void AddInexact(AsyncMethod method, TypeLayout layout)
    {
        IEnumerable<string> causes = layout.MissingAssemblies.Count > 0
            ? layout.MissingAssemblies.Select(name => $"assembly {name} was not found")
            : [layout.InexactBecause!];
        foreach (var cause in causes)
        {
            if (!inexactBecauseOf.TryGetValue(cause, out var methods))
                inexactBecauseOf.Add(cause, methods = []);
            methods.Add(method);
        }
    }

    private void AddNotAnalysed(AsyncMethod method, SourceSpan? source, Exception fault) => notAnalysed.Add(
        Of(DiagnosticTable.MethodNotAnalysed, $"{method.Names.DisplayName} could not be analysed: {FirstLine(fault.Message)}") with
        {
            Method = method.Names.Id,
            File = source?.File,
            Line = source?.Line,
            Column = source?.Column,
        });

    public void AddUnreadable(IEnumerable<UnreadableMethod> methods)
    {
        foreach (var method in methods)
            notAnalysed.Add(Of(DiagnosticTable.MethodNotAnalysed, $"the method {TokenText.Of((uint)method.Token)} could not be read: {FirstLine(method.Reason)}"));
    }

    public void AddAboutSymbols(AssemblyIdentity assembly, int measured)
    {
        if (measured > 0 && assembly.Symbols is "none" or "windows")
            others.Add(Of(DiagnosticTable.NoSymbols, $"{assembly.Name} has {(assembly.Symbols == "none" ? "no symbols" : "Windows symbols, which cannot be read here")}: files and lines are missing; compile with DebugType portable or embedded"));
    }

    public void AddNothingMeasured(AssemblyIdentity assembly, int measured)
    {
        if (measured == 0 && notAnalysed.Count > 0)
            others.Add(Of(DiagnosticTable.NothingMeasured, $"{assembly.Name} has {notAnalysed.Count} async methods and none could be measured"));
    }

    public void AddFaults(IEnumerable<RuleFault> faults)
    {
        foreach (var fault in faults)
            others.Add(Of(DiagnosticTable.InternalFault, $"{fault.Rule} failed on {fault.Method}: {FirstLine(fault.Reason)}"));
    }

    public IReadOnlyList<Diagnostic> ToList() =>
        [.. inexactBecauseOf.Select(pair => Inexact(pair.Key, pair.Value)), .. others, .. notAnalysed];

    private static Diagnostic Inexact(string cause, List<AsyncMethod> methods)
    {
        var named = string.Join(", ", methods.Take(MethodsNamed).Select(m => m.Names.DisplayName));
        var rest = methods.Count > MethodsNamed ? $" and {methods.Count - MethodsNamed} more" : "";
        return Of(DiagnosticTable.UnresolvedType, $"{cause}: sizes are lower bounds for {named}{rest}");
    }

    private static Diagnostic Of(DiagnosticDescriptor descriptor, string message) =>
        new(descriptor.Id, Method: null, descriptor.DefaultSeverity, message, File: null, Line: null, Column: null);

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd();
}
