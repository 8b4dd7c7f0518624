using System.Globalization;
using System.Xml.Linq;

namespace AsyncWeave.Eng;

/// <summary>What one test project came to.</summary>
/// <param name="Failures">Name and message of each test that failed.</param>
internal sealed record SuiteResult(int Passed, int Failed, IReadOnlyList<string> Failures)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static SuiteResult operator +(SuiteResult left, SuiteResult right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, [.. left.Failures, .. right.Failures]);

    /// <summary>A run that ended badly without naming a test counts as one failure: it must not look green.</summary>
    public static SuiteResult Read(string trx, int exitCode)
    {
        if (!File.Exists(trx))
            return new SuiteResult(0, 1, []);

        var document = XDocument.Load(trx);
        var counters = document.Descendants(Trx + "Counters").Single();
        var passed = (int)counters.Attribute("passed")!;
        var failed = int.Parse(counters.Attribute("total")!.Value, CultureInfo.InvariantCulture) - passed - NotExecuted(document);
        return new SuiteResult(passed, exitCode != 0 && failed == 0 ? 1 : failed, FailuresIn(document));
    }

    private static int NotExecuted(XDocument document) =>
        document.Descendants(Trx + "UnitTestResult").Count(result => (string?)result.Attribute("outcome") == "NotExecuted");

    private static List<string> FailuresIn(XDocument document) =>
        document.Descendants(Trx + "UnitTestResult")
            .Where(result => (string?)result.Attribute("outcome") is not ("Passed" or "NotExecuted"))
            .Select(result => $"{(string?)result.Attribute("testName")}: {result.Descendants(Trx + "Message").FirstOrDefault()?.Value.Trim()}")
            .ToList();
}
