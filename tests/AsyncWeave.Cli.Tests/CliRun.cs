using System.Text;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Report.Ci;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Tests;

/// <summary>The entry of the program, run in this process with its streams caught.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static CliRun Of(params string[] arguments) => In(Path.GetTempPath(), arguments);

    public static CliRun In(string directory, params string[] arguments) => With(directory, new Dictionary<string, string>(), arguments);

    public static CliRun With(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        string? Variable(string name) => environment.GetValueOrDefault(name);
        var onServer = CiDetection.Of(Variable) != CiSystem.None;
        var process = new ProcessContext(Target(output, onServer), Target(error, onServer), output, Variable, directory);
        var exitCode = CommandLine.Run(arguments, process);
        return new CliRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    private static TextTarget Target(MemoryStream stream, bool onServer) =>
        new(new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true }, IsTerminal: false, Colours: false, TextOptions.Default) { ReadByBuildServer = onServer };
}
