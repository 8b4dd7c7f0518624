namespace AsyncWeave.Cli.Tests;

public sealed class WrongUsageTests
{
    [TestCase("scna", "did you mean 'scan'?")]
    [TestCase("scan --jsno x.json a.dll", "did you mean '--json'?")]
    [TestCase("layout a.dll --runtme net8.0", "did you mean '--runtime'?")]
    [TestCase("layout a.dll b c", "unknown argument 'c'")]
    [TestCase("scan a.dll --arch arm65", "did you mean 'arm64'?")]
    [TestCase("scan a.dll --arch x64 --runtime core", "--runtime 'core'")]
    [TestCase("scan a.dll --ci travis", "--ci is one of none, auto, github, azure, gitlab, teamcity")]
    [TestCase("scan a.dll --json", "--json")]
    [TestCase("scan a.dll --json - --html -", "only one document")]
    [TestCase("scan a.dll --reference /no/such/directory", "there is no such directory")]
    [TestCase("scan", "assembly")]
    [TestCase("explain a.dll", "pattern")]
    [TestCase("", "a command is missing")]
    [TestCase("--frobnicate", "unknown option '--frobnicate'")]
    public void ExitsWithTwoAndOneLineThatSaysWhy(string line, string expected)
    {
        var run = CliRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.ErrorLines, Has.Length.EqualTo(1));
        Assert.That(run.Error, Does.StartWith("asyncweave: wrong usage: ").And.Contain(expected));
        Assert.That(run.Out, Is.Empty);
    }

    [TestCase("--help")]
    [TestCase("scan --help")]
    [TestCase("layout -h")]
    [TestCase("--version")]
    public void HelpIsNoMistake(string line)
    {
        var run = CliRun.Of(line.Split(' '));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Is.Not.Empty);
        Assert.That(run.Error, Is.Empty);
    }
}
