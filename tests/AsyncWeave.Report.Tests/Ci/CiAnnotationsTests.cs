using System.Text.RegularExpressions;
using AsyncWeave.Model;
using AsyncWeave.Report.Ci;

namespace AsyncWeave.Report.Tests.Ci;

public sealed class CiAnnotationsTests
{
    private static readonly Diagnostic Error = new("AW1001", null, Severity.Error, "Orders.SubmitAsync: 100% too large", "src/a,b:c.cs", 42, 9);

    [Test]
    public void GitHubGetsPropertiesAndMessageEscapedInItsWay() =>
        Assert.That(CiAnnotations.Of(CiSystem.GitHub, [Error]).Single(), Is.EqualTo("::error file=src/a%2Cb%3Ac.cs,line=42,col=9,title=AW1001::Orders.SubmitAsync: 100%25 too large"));

    [Test]
    public void AzureDevOpsGetsAnIssue() =>
        Assert.That(CiAnnotations.Of(CiSystem.AzureDevOps, [Error]).Single(), Is.EqualTo("##vso[task.logissue type=error;sourcepath=src/a,b:c.cs;linenumber=42;columnnumber=9;code=AW1001;]Orders.SubmitAsync: 100%AZP25 too large"));

    [Test]
    public void TeamCityGetsABuildProblem() =>
        Assert.That(CiAnnotations.Of(CiSystem.TeamCity, [Error with { Message = "it's [x] ä" }]).Single(), Is.EqualTo("##teamcity[buildProblem description='src/a,b:c.cs(42,9): AW1001: it|'s |[x|] |0x00e4']"));

    [Test]
    public void GitHubGetsTheWorstTenOfALevelAndANumber()
    {
        var findings = Enumerable.Range(0, 30).Select(i => Error with { Line = i + 1, Severity = i == 29 ? Severity.Error : Severity.Warning }).ToList();

        var lines = CiAnnotations.Of(CiSystem.GitHub, findings);

        Assert.That(lines, Has.Count.EqualTo(11));
        Assert.That(lines[0], Does.StartWith("::error file=src/a%2Cb%3Ac.cs,line=30,"));
        Assert.That(lines[^1], Is.EqualTo("::warning title=AsyncWeave::20 more in the report"));
    }

    [Test]
    public void NoNameBeginsOrEndsACommand([ValueSource(typeof(Hostile), nameof(Hostile.Names))] string name)
    {
        var finding = Error with { Message = name, File = name };

        var gitHub = CiAnnotations.Of(CiSystem.GitHub, [finding]).Single();
        var azure = CiAnnotations.Of(CiSystem.AzureDevOps, [finding]).Single();
        var teamCity = CiAnnotations.Of(CiSystem.TeamCity, [finding]).Single();

        Assert.That(new[] { gitHub, azure, teamCity }, Has.None.Contains("\n").And.None.Contains("\r").And.None.Contains("\u001b"));
        Assert.That(Regex.Match(gitHub, "^::error file=([^,:]*),line=42,col=9,title=AW1001::").Success, gitHub);
        Assert.That(azure.IndexOf(']'), Is.EqualTo(azure.LastIndexOf(']')), "the command ends once");
        Assert.That(Regex.Matches(teamCity, @"(?<!\|)(?:\|\|)*'").Count, Is.EqualTo(2), "the text is closed once");
    }

    [TestCase("##vso[task.setvariable variable=x]y")]
    [TestCase("##[error]x")]
    [TestCase("##teamcity[x]")]
    [TestCase("::error::x")]
    [TestCase("  ::add-mask::x")]
    public void TextInALogIsNoCommand(string text)
    {
        var line = LogText.Of(text);

        Assert.That(line, Does.Not.Contain("##").And.Not.Match(@"^\s*::"));
    }

    [TestCase("GITHUB_ACTIONS", "true", CiSystem.GitHub)]
    [TestCase("TF_BUILD", "True", CiSystem.AzureDevOps)]
    [TestCase("GITLAB_CI", "true", CiSystem.GitLab)]
    [TestCase("TEAMCITY_VERSION", "2025.1", CiSystem.TeamCity)]
    [TestCase("PATH", "/bin", CiSystem.None)]
    public void TheServerIsToldByItsVariables(string variable, string value, CiSystem expected) =>
        Assert.That(CiDetection.Of(name => name == variable ? value : null), Is.EqualTo(expected));
}
