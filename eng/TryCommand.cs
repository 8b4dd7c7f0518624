using System.Globalization;

namespace AsyncWeave.Eng;

/// <summary>Shows AsyncWeave at work on the samples, with the package as a user would reference it.</summary>
internal static class TryCommand
{
    // Of its own, so that neither an older package of the same version nor this one meets in a cache.
    private static readonly string Packages = Path.Combine(Repository.Artifacts, "packages");
    private static readonly string Feed = Path.Combine(Repository.Artifacts, "feed");

    /// <returns>0 when the good sample builds and the other one fails over its budget; 1 otherwise.</returns>
    public static async Task<int> RunAsync()
    {
        if (!await PackAsync())
            return 1;

        Console.WriteLine();
        Console.WriteLine("== samples/OrdersApi has no budget: the build reports and passes");
        var orders = await BuildAsync("OrdersApi");
        if (orders.ExitCode != 0)
            return Unexpected("samples/OrdersApi did not build", orders.Output);

        Console.WriteLine();
        Console.WriteLine("== samples/PriceFeed has a method over the budget of its asyncweave.json: the build fails");
        var feed = await BuildAsync("PriceFeed");
        if (feed.ExitCode == 0)
            return Unexpected("samples/PriceFeed built, although a method is over its budget", feed.Output);
        if (!feed.Output.Any(line => line.Contains("CandleWriter.cs(", StringComparison.Ordinal) && line.Contains(": error AW1001:", StringComparison.Ordinal)))
            return Unexpected("samples/PriceFeed failed for another reason than its budget", feed.Output);
        Console.WriteLine("  (expected: this method is there to be caught)");

        return ListReports();
    }

    private static async Task<bool> PackAsync()
    {
        var version = "1.0.0-local." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Console.WriteLine($"== Packing AsyncWeave {version}");
        foreach (var old in new[] { Feed, Packages }.Where(Directory.Exists))
            Directory.Delete(old, recursive: true);

        var output = new List<string>();
        // A newcomer waits for two builds, and not for a compiler from NuGet that would make them a second faster.
        var code = await DotNet.RunAsync(
            ["pack", "src/AsyncWeave.Tasks", "--configuration", "Release", "--output", Feed, "-nologo", "-v:q", "-p:PackageVersion=" + version, "-p:AsyncWeaveAheadOfTime=none"], output.Add);
        if (code != 0)
            Unexpected("the package could not be built", output);
        else
            Console.WriteLine("  " + Repository.Relative(Directory.GetFiles(Feed, "*.nupkg").Single()));
        return code == 0;
    }

    private static async Task<(int ExitCode, List<string> Output)> BuildAsync(string sample)
    {
        // From scratch: the first build of a newcomer, not the second of the one who ran this before.
        foreach (var folder in new[] { "bin", "obj" }.Select(name => Path.Combine(Repository.Root, "samples", sample, name)).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);

        var output = new List<string>();
        var code = await DotNet.RunAsync(["build", "samples/" + sample, "-nologo", "-tl:off", "--disable-build-servers"], output.Add, ("NUGET_PACKAGES", Packages));
        foreach (var line in output.Where(SpeaksOfAsyncWeave).Distinct())
            Console.WriteLine("  " + line.Trim());
        return (code, output);
    }

    private static bool SpeaksOfAsyncWeave(string line) =>
        line.Contains("AsyncWeave: ", StringComparison.Ordinal)
        || line.Contains(": error ", StringComparison.Ordinal)
        || line.Contains(": warning ", StringComparison.Ordinal);

    private static int ListReports()
    {
        Console.WriteLine();
        Console.WriteLine("== Reports");
        var reports = Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.asyncweave.*", SearchOption.AllDirectories)
            .Where(path => path.Contains(Path.Combine("bin", "Release"), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        foreach (var report in reports)
            Console.WriteLine("  " + report);
        return reports.Count > 0 ? 0 : Unexpected("no report was written", []);
    }

    private static int Unexpected(string what, IEnumerable<string> output)
    {
        foreach (var line in output)
            Console.Error.WriteLine(line);
        Console.Error.WriteLine($"Not as expected: {what}.");
        return 1;
    }
}
