using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>Gives findings the severity and the suppression that hold for them.</summary>
internal sealed class FindingResolver(AssemblyReport report, Configuration configuration, ConfigurationPaths paths, bool isEnforced)
{
    private readonly Dictionary<(string Id, string? File), Severity?> _configured = [];

    /// <summary>Null where the diagnostic is switched off: what nobody asked for is not recorded.</summary>
    public Diagnostic? Resolve(Finding finding, MethodReport? method)
    {
        var raised = finding.Diagnostic;
        var severity = SeverityResolver.Resolve(
            new SeverityRequest(raised.Id, raised.Severity)
            {
                AnalyzerConfig = FromAnalyzerConfig(raised.Id, raised.File),
                Rule = configuration.Rules.LastOrDefault(r => r.Id == raised.Id)?.Severity,
                Override = finding.Override,
                IsWarnLevel = finding.IsWarnLevel,
                IsEnforced = !finding.IsBudget || isEnforced,
            },
            configuration.Switches);
        if (severity == Severity.None)
            return null;

        var because = finding.SilencedBecause ?? WhySilenced(raised.Id, method);
        var suppressed = raised.Suppressed || because is not null;
        if (severity == raised.Severity && suppressed == raised.Suppressed)
            return raised;
        return raised with
        {
            Severity = severity,
            RaisedAs = raised.Severity,
            Suppressed = suppressed,
            Justification = because ?? raised.Justification,
        };
    }

    private string? WhySilenced(string id, MethodReport? method)
    {
        if (SeverityResolver.IsSilenced(id, configuration.Switches))
            return "NoWarn";
        return Suppressions.Find(report, method, id) is { } suppression
            ? suppression.Justification ?? $"suppressed on the {suppression.Scope}"
            : null;
    }

    private Severity? FromAnalyzerConfig(string id, string? file)
    {
        if (configuration.AnalyzerConfig.IsEmpty)
            return null;
        if (!_configured.TryGetValue((id, file), out var severity))
            _configured[(id, file)] = severity = configuration.AnalyzerConfig.Find(id, FullPath(file))?.Severity;
        return severity;
    }

    private string? FullPath(string? file) => file is null ? null : paths.Resolve(Path.Combine(paths.RepositoryRoot ?? "", file)).Replace('\\', '/');
}
