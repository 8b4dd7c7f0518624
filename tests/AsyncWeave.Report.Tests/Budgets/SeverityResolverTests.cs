using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;
using static AsyncWeave.Model.Severity;

namespace AsyncWeave.Report.Tests.Budgets;

/// <summary>The table of docs/configuration.md: who overrules whom.</summary>
public sealed class SeverityResolverTests
{
    private const string Trap = "AW2004";
    private const string Budget = "AW1001";

    private static readonly WarningSwitches Off = WarningSwitches.None;
    private static readonly WarningSwitches TreatAll = Off with { TreatAsErrors = true };

    private static IEnumerable<string> Names => Table().Select(row => row.Name);

    private static IEnumerable<Row> Table()
    {

        yield return new Row("the default, where nobody says anything", Suggestion, new(Trap, Suggestion));
        yield return new Row("analyzer config over the default", Warning, new(Trap, Suggestion) { AnalyzerConfig = Warning });
        yield return new Row("asyncweave.json over analyzer config", None, new(Trap, Suggestion) { AnalyzerConfig = Warning, Rule = None });
        yield return new Row("an override over the rule", Warning, new(Budget, Error) { Rule = None, Override = Warning });
        yield return new Row("a warning level is no error", Warning, new(Budget, Error) { IsWarnLevel = true });
        yield return new Row("a warning level can be less than a warning", Suggestion, new(Budget, Error) { IsWarnLevel = true, Rule = Suggestion });

        yield return new Row("TreatWarningsAsErrors lifts a warning", Error, new(Trap, Warning), TreatAll);
        yield return new Row("TreatWarningsAsErrors lifts a configured warning", Error, new(Trap, Suggestion) { AnalyzerConfig = Warning }, TreatAll);
        yield return new Row("TreatWarningsAsErrors leaves a suggestion", Suggestion, new(Trap, Suggestion), TreatAll);
        yield return new Row("TreatWarningsAsErrors lifts a warning level", Error, new(Budget, Error) { IsWarnLevel = true }, TreatAll);
        yield return new Row("WarningsNotAsErrors keeps a warning", Warning, new(Trap, Warning), TreatAll with { NotAsErrors = [Trap] });
        yield return new Row("WarningsAsErrors lifts a warning", Error, new(Trap, Warning), Off with { AsErrors = [Trap] });
        yield return new Row("WarningsAsErrors lifts a suggestion too", Error, new(Trap, Suggestion), Off with { AsErrors = [Trap] });
        yield return new Row("WarningsAsErrors over asyncweave.json", Error, new(Trap, Suggestion) { Rule = None }, Off with { AsErrors = [Trap] });
        yield return new Row("WarningsNotAsErrors over WarningsAsErrors", Warning, new(Trap, Warning), Off with { AsErrors = [Trap], NotAsErrors = [Trap] });
        yield return new Row("WarningsNotAsErrors makes no error a warning", Error, new(Budget, Error), Off with { NotAsErrors = [Budget] });

        foreach (var id in new[] { "AW0003", "AW0005", "AW0006", "AW0007", "AW0008" })
            yield return new Row($"strict makes {id} an error", Error, new(id, Warning), Off with { Strict = true });
        yield return new Row("strict leaves what is no warning", Message, new("AW0005", Warning) { Override = Message }, Off with { Strict = true });
        yield return new Row("strict leaves a trap", Warning, new(Trap, Warning), Off with { Strict = true });

        yield return new Row("an invalid configuration is always an error", Error, new("AW0002", Error) { Rule = None, AnalyzerConfig = None });
        yield return new Row("an unreadable assembly is always an error", Error, new("AW0001", Error) { Rule = None });

        yield return new Row("a budget that is not enforced is a message", Message, new(Budget, Error) { IsEnforced = false });
        yield return new Row("whatever the switches say", Message, new(Budget, Error) { IsEnforced = false }, TreatAll with { AsErrors = [Budget] });
        yield return new Row("and nothing where it is switched off", None, new(Budget, Error) { IsEnforced = false, Rule = None });
    }

    [TestCaseSource(nameof(Names))]
    public void EachSourceOverrulesTheOnesBeforeIt(string name)
    {
        var row = Table().Single(r => r.Name == name);

        Assert.That(SeverityResolver.Resolve(row.Request, row.Switches ?? Off), Is.EqualTo(row.Expected));
    }

    [TestCase("AW2004", true)]
    [TestCase("AW1001", true)]
    [TestCase("AW0002", false)]
    [TestCase("AW2005", false)]
    public void NoWarnSilencesWhatItNamesButNotAnInvalidConfiguration(string id, bool expected)
    {
        var switches = WarningSwitches.Of(new WarningOptions { NoWarn = "CS1591;aw2004, AW1001 AW0002" }, treatAsErrors: false, strict: false);

        Assert.That(SeverityResolver.IsSilenced(id, switches), Is.EqualTo(expected));
    }

    private sealed record Row(string Name, Severity Expected, SeverityRequest Request, WarningSwitches? Switches = null);
}
