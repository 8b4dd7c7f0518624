using System.Diagnostics;
using System.Globalization;

namespace AsyncWeave.Eng;

/// <summary>Builds once and runs every test project: one line for each, and the sum at the end.</summary>
internal static class TestCommand
{
    private static readonly string Results = Path.Combine(Repository.Artifacts, "test-results");

    /// <param name="only">Names of suites, such as <c>Build</c> for AsyncWeave.Build.Tests; all when empty.</param>
    /// <returns>0 when every test passed.</returns>
    public static async Task<int> RunAsync(string[] only)
    {
        var output = new List<string>();
        if (await DotNet.RunAsync(["build", "AsyncWeave.sln", "--configuration", "Release", "-nologo", "-v:q", "-tl:off"], output.Add) != 0)
        {
            output.ForEach(Console.WriteLine);
            Console.WriteLine("0 passed, 1 failed");
            return 1;
        }

        if (Directory.Exists(Results))
            Directory.Delete(Results, recursive: true);
        var total = new SuiteResult(0, 0, [], []);
        foreach (var suite in Suites().Where(suite => only.Length == 0 || only.Contains(ShortName(suite), StringComparer.OrdinalIgnoreCase)))
            total += await RunSuiteAsync(suite);

        Console.WriteLine(FormattableString.Invariant($"{total.Passed} passed, {total.Failed} failed"));
        return total.Failed == 0 ? 0 : 1;
    }

    /// <summary>Longest last, so that a quick failure shows early.</summary>
    private static IEnumerable<string> Suites() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "tests"), "*.Tests")
            .Select(path => Path.GetFileName(path)!)
            .OrderBy(name => name == "AsyncWeave.Build.Tests").ThenBy(name => name, StringComparer.Ordinal);

    private static string ShortName(string suite) => suite.Split('.')[1];

    private static async Task<SuiteResult> RunSuiteAsync(string suite)
    {
        var clock = Stopwatch.StartNew();
        var trx = Path.Combine(Results, suite + ".trx");
        var output = new List<string>();
        var assembly = Path.Combine(Repository.Root, "tests", suite, "bin", "Release", "net10.0", suite + ".dll");
        var code = await DotNet.RunAsync(["test", assembly, "--logger", "trx;LogFileName=" + trx, "--logger", "console;verbosity=quiet"], output.Add);
        var result = SuiteResult.Read(trx, code);

        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0}: {1} passed, {2} failed ({3:0} s)", suite, result.Passed, result.Failed, clock.Elapsed.TotalSeconds));
        foreach (var skipped in result.Skipped)
            Console.WriteLine("  skipped: " + skipped);
        foreach (var failure in result.Failures)
            Console.WriteLine("  " + failure.Replace("\n", "\n    ", StringComparison.Ordinal));
        if (code != 0 && result.Failures.Count == 0)
            output.ForEach(line => Console.WriteLine("  " + line));
        return result;
    }
}
