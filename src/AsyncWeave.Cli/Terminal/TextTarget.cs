using AsyncWeave.Report.Ci;
using AsyncWeave.Report.Text;
using Spectre.Console;

namespace AsyncWeave.Cli.Terminal;

/// <summary>Where text for people goes: standard output or standard error.</summary>
/// <param name="IsTerminal">A person is looking; otherwise it is a pipe or a file.</param>
/// <param name="Colours">Only on a terminal, and never with <c>NO_COLOR</c>.</param>
/// <param name="Options">What the place can show.</param>
internal sealed record TextTarget(TextWriter Writer, bool IsTerminal, bool Colours, TextOptions Options)
{
    private IAnsiConsole? _console;

    /// <summary>A build server looks for commands in what is written here; names must not look like one.</summary>
    public bool ReadByBuildServer { get; init; }

    public TextTarget WithAscii() => this with { Options = Options with { Glyphs = Glyphs.Ascii } };

    public void WriteLines(IEnumerable<TextLine> lines)
    {
        foreach (var line in lines)
            WriteLine(line);
    }

    public void WriteLine(TextLine line)
    {
        if (!Colours)
        {
            WriteLine(line.ToString());
            return;
        }

        var paragraph = new Paragraph();
        foreach (var span in line.Spans)
            paragraph.Append(span.Text, Colouring.Of(span.Style));
        (_console ??= CreateConsole()).Write(paragraph);
        WriteLine();
    }

    public void WriteLine(string text = "") => Writer.Write((ReadByBuildServer ? LogText.Of(text) : text) + "\n");

    /// <summary>A command for the build server, which its writer has made safe.</summary>
    public void WriteCommand(string command) => Writer.Write(command + "\n");

    // The drawings are already as wide as they may be; a second wrapping would tear them.
    private IAnsiConsole CreateConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.EightBit,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Writer),
        });
        console.Profile.Width = int.MaxValue / 4;
        return console;
    }
}
