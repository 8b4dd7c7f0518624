using System.Diagnostics;

namespace AsyncWeave.Bench.Builds;

/// <summary>Runs the SDK.</summary>
internal static class DotNet
{
    /// <exception cref="InvalidOperationException">It failed; the message is its output.</exception>
    public static BuildTime Run(string directory, params string[] arguments)
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
            ? new BuildTime(watch.Elapsed, process.TotalProcessorTime)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{output}");
    }
}
