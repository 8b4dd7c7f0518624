using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>Gathers what is wrong with what a user wrote: all of it, not just the first mistake.</summary>
internal sealed class Problems
{
    private readonly List<Finding> _found = [];

    public IReadOnlyList<Finding> Found => _found;

    public void Invalid(Origin origin, string message) => Add(DiagnosticTable.InvalidConfiguration, origin, message);

    public void MatchesNothing(Origin origin, string message) => Add(DiagnosticTable.MatchesNothing, origin, message);

    /// <param name="severity">As the configuration decides for just this; null leaves it to the diagnostic.</param>
    public void Add(DiagnosticDescriptor descriptor, Origin origin, string message, Severity? severity = null) =>
        _found.Add(new Finding(new Diagnostic(descriptor.Id, null, descriptor.DefaultSeverity, message, origin.File, origin.Line, origin.Column)) { Override = severity });

    /// <summary>A tail for a message: what the mistyped word was probably meant to be.</summary>
    public static string DidYouMean(string typed, IEnumerable<string> known) =>
        Nearest(typed, known.ToList()) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>The same with all that is allowed, where nothing is near.</summary>
    public static string DidYouMeanOneOf(string typed, IReadOnlyList<string> known) =>
        Nearest(typed, known) is { } nearest ? $"; did you mean '{nearest}'?" : "; known: " + string.Join(", ", known);

    // People leave off ends as often as they mistype.
    private static string? Nearest(string typed, IReadOnlyList<string> known) =>
        NearestName.Of(typed, known) ?? (typed.Length < 3 ? null : known.FirstOrDefault(k => k.StartsWith(typed, StringComparison.OrdinalIgnoreCase)));
}
