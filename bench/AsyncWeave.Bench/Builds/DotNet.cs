using System.Diagnostics;

namespace AsyncWeave.Bench.Builds;

/// <summary>Runs the SDK.</summary>
internal static class DotNet
{
    /// <returns>From start to exit.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is its output.</exception>
    public static TimeSpan Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
        };
        // What the SDK that runs this bench told its children is nothing to those.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["NUGET_PACKAGES"] = PackedTool.PackagesFolder;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? watch.Elapsed
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{output}");
    }
}
