using AsyncWeave.Fixtures;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Rules;

/// <summary>What a captured context is good for is inferred from what an assembly references.</summary>
public sealed class CodeContextTests
{
    private const string Source = """
        using System.Threading.Tasks;
        public class C { public static async Task Main() { await Task.Delay(1); } }
        """;

    [TestCase(null, "where the caller has a SynchronizationContext", "a library seldom needs it")]
    [TestCase("Microsoft.AspNetCore.Http.Abstractions", "ASP.NET Core has no SynchronizationContext", "ASP.NET Core has none")]
    [TestCase("PresentationFramework", "the thread of the user interface", "touches the user interface")]
    [TestCase("Avalonia.Controls", "the thread of the user interface", "touches the user interface")]
    [TestCase("nunit.framework", "if this program installs one", "in tests it seldom matters")]
    [TestCase("xunit.v3.core", "if this program installs one", "in tests it seldom matters")]
    public void IsWhatTheReferencesSay(string? reference, string finding, string answer) => Says(With(reference, executable: false), finding, answer);

    [Test]
    public void OfAProgramIsItsOwn() => Says(With(null, executable: true), "if this program installs one", "none unless it installs one");

    [Test]
    public void OfTestsIsTheirsWhateverTheyTest() => Says(With("Microsoft.AspNetCore.Http", executable: false, "nunit.framework"), "if this program installs one", "in tests it seldom matters");

    private static void Says(string assembly, string finding, string answer)
    {
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(assembly));
        var method = report.Methods.Single();

        Assert.That(method.Diagnostics.Single(diagnostic => diagnostic.Id == DiagnosticTable.CapturesContext.Id).Message, Does.Contain(finding));
        Assert.That(method.Checklist.Single(entry => entry.Question == "Is context capture necessary?").Answer, Does.Contain(answer));
    }

    private static string With(string? reference, bool executable, params string[] others)
    {
        var compiled = Fixture.Compile(Source, FixtureOptions.Release with { Executable = executable }).AssemblyPath;
        var path = Path.Combine(Directory.CreateTempSubdirectory("asyncweave-context-").FullName, "Referring.dll");
        using var assembly = AssemblyDefinition.ReadAssembly(compiled);
        foreach (var name in others.Prepend(reference).OfType<string>())
            assembly.MainModule.AssemblyReferences.Add(new AssemblyNameReference(name, new Version(1, 0)));
        assembly.Write(path);
        return path;
    }
}
