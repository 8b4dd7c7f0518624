using System.Text.Json;
using AsyncWeave.Model;
using AsyncWeave.Report.GitLab;

namespace AsyncWeave.Report.Tests.GitLab;

public sealed class GitLabReportTests
{
    [Test]
    public void AFindingHasWhatGitLabAsksFor()
    {
        var report = Samples.Report(Samples.Method() with { Diagnostics = [new Diagnostic("AW1001", null, Severity.Error, "too large", "src/Orders.cs", 42, 9)] });

        var finding = Read(report).Single();

        Assert.That(finding.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "description", "check_name", "fingerprint", "severity", "location" }));
        Assert.That(finding.GetProperty("severity").GetString(), Is.EqualTo("critical"));
        Assert.That(finding.GetProperty("location").GetRawText(), Is.EqualTo("""{ "path": "src/Orders.cs", "lines": { "begin": 42 } }"""));
    }

    [Test]
    public void FingerprintsAreUniqueAndSuppressedFindingsAreLeftOut()
    {
        var findings = Read(Hostile.Report());

        Assert.That(findings.Select(f => f.GetProperty("fingerprint").GetString()), Is.Unique.And.Exactly(Hostile.Names.Length * 2).Items);
        Assert.That(Read(Samples.Report(Samples.Method() with { Diagnostics = [new Diagnostic("AW2004", null, Severity.Warning, "m", null, null, null, 0, true)] })), Is.Empty);
    }

    private static List<JsonElement> Read(AssemblyReport report)
    {
        using var stream = new MemoryStream();
        GitLabReport.Write(stream, report);
        Assert.That(stream.ToArray()[0], Is.EqualTo((byte)'['), "GitLab takes no byte order mark");
        return JsonDocument.Parse(stream.ToArray()).RootElement.EnumerateArray().ToList();
    }
}
