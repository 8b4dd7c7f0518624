using System.Diagnostics;
using System.Text;

namespace AsyncWeave.Build.Tests.Harness;

/// <summary>Runs a command to its end and keeps all that it says.</summary>
internal static class Command
{
    public static BuildRun Wait(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var output = new StringBuilder();
        using var process = Process.Start(start)!;
        void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (output)
                output.Append(line.Data).Append('\n');
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new BuildRun(process.ExitCode, output.ToString());
    }
}
