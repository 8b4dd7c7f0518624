using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>
/// Decides a severity. Each line of <see cref="Resolve"/> overrules the ones above it:
/// default, analyzer configuration, <c>asyncweave.json</c>, the method's own override, the build's switches.
/// </summary>
internal static class SeverityResolver
{
    private static readonly string[] Unsilenceable = [DiagnosticTable.UnreadableAssembly.Id, DiagnosticTable.InvalidConfiguration.Id];

    private static readonly string[] ErrorsWhenStrict =
    [
        DiagnosticTable.UnresolvedType.Id, DiagnosticTable.MatchesNothing.Id, DiagnosticTable.MethodNotAnalysed.Id,
        DiagnosticTable.InternalFault.Id, DiagnosticTable.NothingMeasured.Id,
    ];

    public static Severity Resolve(SeverityRequest request, WarningSwitches switches)
    {
        if (Unsilenceable.Contains(request.Id))
            return Severity.Error;

        var severity = request.Default;
        severity = request.AnalyzerConfig ?? severity;
        severity = request.Rule ?? severity;
        severity = request.Override ?? severity;
        if (request.IsWarnLevel)
            severity = AtMost(severity, Severity.Warning);

        severity = Promote(request.Id, severity, switches);
        return request.IsEnforced ? severity : AtMost(severity, Severity.Message);
    }

    /// <summary>Whether <c>NoWarn</c> silences the diagnostic; what it silences stays in the reports, marked.</summary>
    public static bool IsSilenced(string id, WarningSwitches switches) =>
        switches.NoWarn.Contains(id) && !Unsilenceable.Contains(id);

    private static Severity Promote(string id, Severity severity, WarningSwitches switches)
    {
        if (switches.Strict && severity >= Severity.Warning && ErrorsWhenStrict.Contains(id))
            return Severity.Error;
        if (switches.NotAsErrors.Contains(id))
            return severity;
        // A listed id is an error whatever it was, as for the compiler; the general switch lifts warnings alone.
        var promoted = switches.AsErrors.Contains(id) || (switches.TreatAsErrors && severity == Severity.Warning);
        return promoted ? Severity.Error : severity;
    }

    private static Severity AtMost(Severity severity, Severity most) => severity > most ? most : severity;
}
