using System.Globalization;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

/// <summary>Holds one rule against a source whose flagged lines end with <c>// !</c>, or <c>// !classic</c> where runtime-async has no such trap.</summary>
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
    public static void Check(DiagnosticDescriptor rule, string source, FixtureOptions options)
    {
        var text = Usings + source;
        var flagged = Findings(rule, text, options).Select(finding => finding.Line ?? 0).Distinct().Order().ToList();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var expected = Enumerable.Range(1, lines.Length).Where(line => IsMarked(lines[line - 1], options)).ToList();

        Assert.That(flagged.Select(Show), Is.EqualTo(expected.Select(Show)).AsCollection);

        string Show(int line) => line.ToString(CultureInfo.InvariantCulture) + ": " + (line > 0 ? lines[line - 1].Trim() : "");
    }

    public static void IsBalanced(string source)
    {
        var lines = source.Split('\n').Where(line => line.Contains("async ", StringComparison.Ordinal) || line.Contains("=>", StringComparison.Ordinal) || line.Contains('{', StringComparison.Ordinal)).ToList();
        Assert.That(lines.Count(line => line.Contains("// !", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(6), "flagged");
        Assert.That(lines.Count(line => !line.Contains("// !", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(6), "not flagged");
    }

    public static IReadOnlyList<Diagnostic> Findings(DiagnosticDescriptor rule, string source, FixtureOptions options)
    {
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(Fixture.Compile(source, options).AssemblyPath));
        return report.Methods.SelectMany(method => method.Diagnostics).Concat(report.Diagnostics).Where(finding => finding.Id == rule.Id).ToList();
    }

    public static IReadOnlyList<Diagnostic> FindingsIn(DiagnosticDescriptor rule, string source, FixtureOptions? options = null) =>
        Findings(rule, Usings + source, options ?? FixtureOptions.Release);

    private static bool IsMarked(string line, FixtureOptions options)
    {
        var mark = line.IndexOf("// !", StringComparison.Ordinal);
        if (mark < 0)
            return false;
        return line[(mark + 4)..].Trim() switch
        {
            "" => true,
            "classic" => !options.RuntimeAsync,
            "release" => options.Optimize && !options.RuntimeAsync,
            "optimized" => options.Optimize,
            var other => throw new ArgumentException("unknown mark " + other),
        };
    }
}
