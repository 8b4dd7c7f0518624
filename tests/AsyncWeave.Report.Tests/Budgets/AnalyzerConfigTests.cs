using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Tests.Budgets;

public sealed class AnalyzerConfigTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCase("*", "src/Orders.cs", true)]
    [TestCase("*.cs", "src/Orders.cs", true)]
    [TestCase("*.vb", "src/Orders.cs", false)]
    [TestCase("/*.cs", "src/Orders.cs", false)]
    [TestCase("src/*.cs", "src/Orders.cs", true)]
    [TestCase("src/**.cs", "src/a/b/Orders.cs", true)]
    [TestCase("**/b/*.cs", "src/a/b/Orders.cs", true)]
    [TestCase("{src,tests}/*.cs", "src/Orders.cs", true)]
    [TestCase("*.{cs,vb}", "src/Orders.vb", true)]
    [TestCase("Order[sz].cs", "src/Orders.cs", true)]
    [TestCase("Order[!s].cs", "src/Orders.cs", false)]
    [TestCase("Order{1..12}.cs", "src/Order11.cs", true)]
    [TestCase("Order{1..12}.cs", "src/Order13.cs", false)]
    [TestCase("Order?.cs", "src/Orders.cs", true)]
    [TestCase("Orders.cs", "src/Orders.cs", true)]
    [TestCase("rders.cs", "src/Orders.cs", false)]
    [TestCase("a(b.cs", "a(b.cs", true)]
    public void SectionsNameFilesAsEditorConfigSays(string section, string path, bool expected) =>
        Assert.That(GlobPattern.Matches(section, path), Is.EqualTo(expected));

    [Test]
    public void TheNearerFileAndTheLaterSectionWin()
    {
        var outer = _project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.AW2003.severity = error # loud\ndotnet_diagnostic.AW2004.severity = error\n");
        var inner = _project.Write("src/.editorconfig", "[*.cs]\ndotnet_diagnostic.AW2003.severity = warning\n[Orders.cs]\ndotnet_diagnostic.aw2003.severity = none\n");

        var log = Judge.Of(Samples.Report(Method()), Options(inner, outer)).Log;

        Assert.That(log.Select(d => (d.Id, d.Severity)), Is.EqualTo(new[] { ("AW2004", Severity.Error) }));
    }

    [Test]
    public void ARootFileCutsOffTheFilesAboveIt()
    {
        var outer = _project.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.AW2004.severity = error\n");
        var inner = _project.Write("src/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.AW2003.severity = error\n");

        var log = Judge.Of(Samples.Report(Method()), Options(outer, inner)).Log;

        Assert.That(log.Select(d => d.Id), Is.EqualTo(new[] { "AW2003" }));
    }

    [Test]
    public void AGlobalConfigHoldsForEveryFileAndGivesWayToASection()
    {
        var global = _project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.AW2003.severity = error\ndotnet_diagnostic.AW2004.severity = error\ndotnet_diagnostic.AW0004.severity = warning\n");
        var section = _project.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.AW2003.severity = warning\n");
        var report = Samples.Report(Method()) with { Diagnostics = [new Diagnostic("AW0004", null, Severity.Message, "no symbols", null, null, null)] };

        var log = Judge.Of(report, Options(global, section)).Log;

        Assert.That(log.Select(d => (d.Id, d.Severity)), Is.EquivalentTo(new[] { ("AW2003", Severity.Warning), ("AW2004", Severity.Error), ("AW0004", Severity.Warning) }));
    }

    [TestCase("dotnet_analyzer_diagnostic.severity = error", ExpectedResult = "AW2003 Error, AW2004 Error")]
    [TestCase("dotnet_analyzer_diagnostic.category-AsyncWeave.severity = warning\ndotnet_analyzer_diagnostic.severity = error", ExpectedResult = "AW2003 Warning, AW2004 Warning")]
    [TestCase("dotnet_diagnostic.AW2003.severity = warning\ndotnet_analyzer_diagnostic.category-asyncweave.severity = error", ExpectedResult = "AW2003 Warning, AW2004 Error")]
    [TestCase("dotnet_diagnostic.AW2003.severity = default\ndotnet_analyzer_diagnostic.severity = error", ExpectedResult = "AW2004 Error")]
    [TestCase("dotnet_analyzer_diagnostic.category-Performance.severity = error", ExpectedResult = "")]
    public string TheNearerNameOfARuleWins(string lines) =>
        string.Join(", ", Judge.Of(Samples.Report(Method()), Options(_project.Write(".editorconfig", "[*.cs]\n" + lines))).Log.Select(d => $"{d.Id} {d.Severity}"));

    [Test]
    public void TheReportSaysWhereASeverityComesFrom()
    {
        var file = _project.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.AW2003.severity = error\n");

        var configuration = Judge.Of(Samples.Report(Method()), Options(file)).Report.Configuration!;

        Assert.That(configuration.Single(s => s.Name == "AW2003"), Is.EqualTo(new EffectiveSetting("AW2003", "error", ".editorconfig(2,1) [*.cs]")));
    }

    [Test]
    public void WhatIsSaidOfAllRulesNeitherSilencesABudgetNorWakesARule()
    {
        var file = _project.Write(".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.severity = none\n");
        var options = Options(file) with { Settings = [GivenSetting.Property("AsyncWeaveMaxStateMachineSize", "1")] };
        Assert.That(Judge.Of(Samples.Report(Method()), options).Log.Select(d => d.Id), Is.EqualTo(new[] { "AW1001" }));

        file = _project.Write(".editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.severity = error\n");
        var quiet = Method() with { Diagnostics = [new Diagnostic("AW2009", null, Severity.None, "captures", "src/Orders.cs", 1, 1)] };
        Assert.That(Judge.Of(Samples.Report(quiet), Options(file)).Log, Is.Empty);
    }

    [Test]
    public void AnUnknownIdAndAnUnknownSeverityAreNamedWithTheirLine()
    {
        var file = _project.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.AW2999.severity = error\ndotnet_diagnostic.AW2003.severity = loud\ndotnet_diagnostic.CA1000.severity = loud\n");

        var log = Judge.Of(Samples.Report(), Options(file)).Log;

        Assert.That(log.Select(d => (d.Id, d.File, d.Line)), Is.EqualTo(new (string, string?, int?)[] { ("AW0005", ".editorconfig", 2), ("AW0002", ".editorconfig", 3) }));
    }

    private static MethodReport Method() => Samples.Method() with
    {
        Diagnostics =
        [
            new Diagnostic("AW2003", null, Severity.Suggestion, "async void", "src/Orders.cs", 1, 1),
            new Diagnostic("AW2004", null, Severity.Suggestion, "await in loop", "src/Orders.cs", 2, 1),
        ],
    };

    private JudgeOptions Options(params string[] files) => _project.Options with { Warnings = new WarningOptions { AnalyzerConfigFiles = files } };
}
