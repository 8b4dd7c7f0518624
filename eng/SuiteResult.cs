using System.Globalization;
using System.Xml.Linq;

namespace AsyncWeave.Eng;

/// <summary>What one test project came to.</summary>
/// <param name="Failures">Name and message of each test that failed.</param>
/// <param name="Skipped">Name and reason of each test that was not run.</param>
internal sealed record SuiteResult(int Passed, int Failed, IReadOnlyList<string> Failures, IReadOnlyList<string> Skipped)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static SuiteResult operator +(SuiteResult left, SuiteResult right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, [.. left.Failures, .. right.Failures], [.. left.Skipped, .. right.Skipped]);

    /// <summary>A run that ended badly without naming a test counts as one failure: it must not look green.</summary>
    public static SuiteResult Read(string trx, int exitCode)
    {
        if (!File.Exists(trx))
            return new SuiteResult(0, 1, [], []);

        var document = XDocument.Load(trx);
        var counters = document.Descendants(Trx + "Counters").Single();
        var passed = (int)counters.Attribute("passed")!;
        var skipped = Results(document, outcome => outcome == "NotExecuted");
        var failed = int.Parse(counters.Attribute("total")!.Value, CultureInfo.InvariantCulture) - passed - skipped.Count;
        var failures = Results(document, outcome => outcome is not ("Passed" or "NotExecuted"));
        return new SuiteResult(passed, exitCode != 0 && failed == 0 ? 1 : failed, failures, skipped);
    }

    private static List<string> Results(XDocument document, Predicate<string?> isMeant) =>
        document.Descendants(Trx + "UnitTestResult")
            .Where(result => isMeant((string?)result.Attribute("outcome")))
            .Select(result => $"{(string?)result.Attribute("testName")}: {result.Descendants(Trx + "Message").FirstOrDefault()?.Value.Trim()}")
            .ToList();
}
