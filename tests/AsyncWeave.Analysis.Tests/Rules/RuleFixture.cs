using System.Globalization;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

/// <summary>Holds one rule against its source.</summary>
internal static class RuleFixture
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

        """;

    public static IEnumerable<TestCaseData> Configurations =>
    [
        new TestCaseData(FixtureOptions.Release).SetArgDisplayNames("Release"),
        new TestCaseData(FixtureOptions.Debug).SetArgDisplayNames("Debug"),
        new TestCaseData(FixtureOptions.Release with { RuntimeAsync = true }).SetArgDisplayNames("RuntimeAsync"),
    ];

    /// <summary>Fails with the lines that differ; a line with two findings counts as one.</summary>
    public static void Check(DiagnosticDescriptor rule, FixtureOptions options)
    {
        var source = TrapSource.Of(rule.Id);
        var flagged = Findings(rule, source.Text, options).Select(finding => finding.Line ?? 0).Distinct().Order();

        Assert.That(flagged.Select(Show), Is.EqualTo(source.Marked(options).Select(Show)).AsCollection);

        string Show(int line) => line.ToString(CultureInfo.InvariantCulture) + ": " + (line > 0 ? source.Lines[line - 1].Trim() : "");
    }

    public static void IsBalanced(DiagnosticDescriptor rule)
    {
        var source = TrapSource.Of(rule.Id);
        var code = source.Lines.Count(line => line.Contains("async ", StringComparison.Ordinal) || line.Contains("=>", StringComparison.Ordinal) || line.Contains('{', StringComparison.Ordinal));
        var marked = source.Marked(FixtureOptions.Release).Count;
        Assert.That(marked, Is.GreaterThanOrEqualTo(6), "flagged");
        Assert.That(code - marked, Is.GreaterThanOrEqualTo(6), "not flagged");
    }

    public static IReadOnlyList<Diagnostic> Findings(DiagnosticDescriptor rule, string source, FixtureOptions options)
    {
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(Fixture.Compile(source, options).AssemblyPath));
        return report.Methods.SelectMany(method => method.Diagnostics).Concat(report.Diagnostics).Where(finding => finding.Id == rule.Id).ToList();
    }

    public static IReadOnlyList<Diagnostic> FindingsIn(DiagnosticDescriptor rule, string source, FixtureOptions? options = null) =>
        Findings(rule, Usings + source, options ?? FixtureOptions.Release);
}
