using AsyncWeave.Cli.Terminal;
using Spectre.Console;

namespace AsyncWeave.Cli.Scanning;

/// <summary>A bar on standard error for whoever waits at a terminal; silence elsewhere.</summary>
internal static class ScanProgress
{
    private const int WorthABar = 4;

    public static IReadOnlyList<ScannedFile> Scan(IReadOnlyList<InputFile> files, AnalysisSettings settings, TextTarget error)
    {
        if (!error.IsTerminal || files.Count < WorthABar)
            return Scanner.Scan(files, settings, () => { });

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(error.Writer),
            ColorSystem = error.Colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        IReadOnlyList<ScannedFile> results = [];
        console.Progress().AutoClear(true).Start(progress =>
        {
            var task = progress.AddTask("reading assemblies", maxValue: files.Count);
            results = Scanner.Scan(files, settings, () => task.Increment(1));
        });
        return results;
    }
}
