using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

/// <summary>What a compiler or a generator wrote is nobody's to mend.</summary>
public sealed class GeneratedCodeTests
{
    /// <summary>One trap of each kind that a body can hold.</summary>
    private const string Traps = """
        static Task<int> F() => Task.FromResult(1);
        async Task<int> Redundant() => await F();
        async Task NoAwait() { }
        async void Void() { await F(); }
        async Task Loop() { while (true) await F(); }
        void Lambda() { Func<Task<int>> f = async () => await F(); _ = Task.Run(async () => await F()); f(); }
        int Blocks() => F().Result;
        void Drops() { F(); }
        """;

    public static IEnumerable<TestCaseData> Generated =>
    [
        Case("Attribute on the type", "[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1.0\")] class C {\n" + Traps + "\n}"),
        Case("Attribute on the type around", "[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1.0\")] class O { class C {\n" + Traps + "\n} }"),
        Case("Attribute on the method", "class C { [System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1.0\")] void M() { Task.Delay(1); Action a = () => Task.Delay(1).Wait(); a(); } }"),
        Case("Document in obj", "class C {\n#line 1 \"obj/Release/net10.0/X.cs\"\n" + Traps + "\n#line default\n}"),
        Case("Document of a generator", "class C {\n#line 1 \"/src/Generators/X.g.cs\"\n" + Traps + "\n#line default\n}"),
        Case("Document of a designer", "class C {\n#line 1 \"Form1.Designer.cs\"\n" + Traps + "\n#line default\n}"),
        Case("Records", "record R(Task<int> T, ValueTask V); record struct S(Task T); record D(Task<int> T, ValueTask V, int X) : R(T, V);"),
        Case("Iterator", "class C { IEnumerable<int> I() { try { yield return 1; } finally { Console.WriteLine(); } } void Use() { foreach (var x in I()) Console.WriteLine(x); } }"),
        Case("Await using", "class C { static Task<int> t; static IAsyncDisposable d; static async Task<int> U() { await using (d) { return await t + 1; } } }"),
        Case("Await foreach", "class C { static IAsyncEnumerable<int> s; static async Task<int> U() { var n = 0; await foreach (var x in s) n += x; return n; } }"),
        Case("Async enumerator", "class C { async IAsyncEnumerable<int> S() { await Task.Yield(); yield return 1; } }"),
        Case("Entry point", "class C { static async Task Main() { Console.WriteLine(); await Task.Delay(1); Console.WriteLine(); } }", executable: true),
        Case("Entry point with a result", "class C { static async Task<int> Main() { await Task.Delay(1); return 1; } }", executable: true),
        Case("Top-level statements", "await Task.Delay(1);", executable: true),
        Case("Top-level statements with a result", "await Task.Delay(1); return 1;", executable: true),
    ];

    [TestCaseSource(nameof(Generated))]
    public void RaisesNothing(string source, FixtureOptions options)
    {
        const string usings = "using System; using System.Collections.Generic; using System.Threading.Tasks;\n";
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(Fixture.Compile(usings + source, options).AssemblyPath));
        var raised = report.Methods.SelectMany(method => method.Diagnostics).Concat(report.Diagnostics).Where(finding => finding.Severity > Severity.None);

        Assert.That(raised.Select(finding => finding.Id + " " + finding.Message), Is.Empty);
    }

    [Test]
    public void IsSaidOfTheSameLinesWhereAPersonWroteThem()
    {
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(Fixture.Compile("using System; using System.Threading.Tasks;\nclass C {\n" + Traps + "\n}").AssemblyPath));
        var raised = report.Methods.SelectMany(method => method.Diagnostics).Concat(report.Diagnostics).Select(finding => finding.Id).Distinct(StringComparer.Ordinal);

        Assert.That(raised, Is.SupersetOf(new[] { "AW2001", "AW2002", "AW2003", "AW2004", "AW2005", "AW2006", "AW2007", "AW2008" }));
    }

    private static TestCaseData Case(string name, string source, bool executable = false) =>
        new TestCaseData(source, FixtureOptions.Release with { Executable = executable }).SetArgDisplayNames(name);
}
