using System.Diagnostics;

namespace AsyncWeave.Eng;

/// <summary>The <c>dotnet</c> that runs this, started with arguments and listened to.</summary>
internal static class DotNet
{
    private static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <param name="hear">Called for each line of output and error output.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IEnumerable<string> arguments, Action<string> hear, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Host, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Servers outlive the command and keep its output open: whoever reads that would wait for them.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var gate = new Lock();
        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
                return;
            lock (gate)
                hear(line.Data);
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
