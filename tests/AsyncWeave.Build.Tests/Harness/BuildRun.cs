using System.Globalization;
using System.Text.RegularExpressions;

namespace AsyncWeave.Build.Tests.Harness;

/// <summary>What a command came to.</summary>
internal sealed partial record BuildRun(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The errors and warnings of AsyncWeave, each once.</summary>
    public IReadOnlyList<LogLine> Findings { get; } = Finding().Matches(Output)
        .Select(match => new LogLine(
            match.Groups["file"].Value.Trim(),
            match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : null,
            match.Groups["column"].Success ? int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture) : null,
            match.Groups["severity"].Value,
            match.Groups["code"].Value,
            match.Groups["text"].Value))
        .Distinct().ToList();

    /// <summary>The lines that tell what was measured and where the report is.</summary>
    public IReadOnlyList<string> Summaries { get; } = Output.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith("AsyncWeave: ", StringComparison.Ordinal)).ToList();

    /// <summary>Fails the test with the whole log when the command failed.</summary>
    public BuildRun MustSucceed()
    {
        Assert.That(ExitCode, Is.Zero, Output);
        return this;
    }

    /// <summary>Fails the test with the whole log when the command succeeded.</summary>
    public BuildRun MustFail()
    {
        Assert.That(ExitCode, Is.Not.Zero, Output);
        return this;
    }

    [GeneratedRegex(@"^(?<file>[^\n(]*?)(\((?<line>\d+),(?<column>\d+)\))?\s?: (?<severity>error|warning) (?<code>AW\d{4}): (?<text>[^\n]*?)( \[[^\n\]]*proj[^\n\]]*\])?$", RegexOptions.Multiline)]
    private static partial Regex Finding();
}

/// <summary>One diagnostic as MSBuild prints it.</summary>
internal sealed record LogLine(string File, int? Line, int? Column, string Severity, string Code, string Text);
