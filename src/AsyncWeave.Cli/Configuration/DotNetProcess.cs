using System.ComponentModel;
using System.Diagnostics;

namespace AsyncWeave.Cli.Configuration;

/// <summary>Runs the SDK's <c>dotnet</c> and takes what it prints.</summary>
internal static class DotNetProcess
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Null where there is none, where it fails, or where it takes too long.</summary>
    public static string? TryRun(IReadOnlyList<string> arguments, string directory)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (process.WaitForExit(LongestWait))
                return process.ExitCode == 0 && error.Wait(LongestWait) ? output.GetAwaiter().GetResult() : null;
            process.Kill(entireProcessTree: true);
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
