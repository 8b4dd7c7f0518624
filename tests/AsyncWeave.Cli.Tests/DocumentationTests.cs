using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AsyncWeave.Cli.Tests;

/// <summary>The page on the command and the command itself name the same.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "docs", "cli.md"));

    [Test]
    public void EveryCommandHasItsLineAndEveryLineItsCommand()
    {
        var known = Regex.Match(CliRun.Of().Error, "one of ([a-z, ]+);").Groups[1].Value.Split(", ");

        Assert.That(Regex.Matches(Page, @"^\| `asyncweave (\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value), Is.EquivalentTo(known));
    }

    [Test]
    public void EveryExitCodeHasItsLine()
    {
        var codes = typeof(ExitCode).GetFields().Select(field => (int)field.GetRawConstantValue()!);

        Assert.That(Regex.Matches(Page, @"^\| (\d) \|", RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(codes));
    }

    [Test]
    public void EveryOptionThatThePageNamesIsTaken()
    {
        var help = string.Concat(CliRun.Of("--help").Out, string.Concat(new[] { "scan", "layout", "diff", "merge", "baseline", "config", "verify" }.Select(command => CliRun.Of(command, "--help").Out)));

        Assert.That(Regex.Matches(Page, "`(--[a-z-]+)").Select(match => match.Groups[1].Value).Where(option => option is not ("--help" or "--global") && !help.Contains(option)), Is.Empty);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
