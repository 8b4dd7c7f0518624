using System.Text;
using AsyncWeave.Report.Ci;
using AsyncWeave.Report.Text;


namespace AsyncWeave.Cli.Terminal;

/// <summary>All that a command knows of the process around it.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Everything else.</param>
/// <param name="RawOut">The bytes behind <paramref name="Out"/>, for documents written to <c>-</c>.</param>
/// <param name="Variable">An environment variable's value, or null.</param>
/// <param name="Directory">Full path that relative paths start from.</param>
internal sealed record ProcessContext(TextTarget Out, TextTarget Error, Stream RawOut, Func<string, string?> Variable, string Directory)
{
    public string FullPath(string path) => Path.GetFullPath(path, Directory);

    /// <summary>A path as messages and documents show it: never absolute where it can be helped, always with forward slashes.</summary>
    public string ShownPath(string path)
    {
        var relative = Path.GetRelativePath(Directory, path);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(path) : relative;
        return shown.Replace('\\', '/');
    }

    public ProcessContext WithAscii() => this with { Out = Out.WithAscii(), Error = Error.WithAscii() };

    public static ProcessContext OfThisProcess()
    {
        var output = Console.OpenStandardOutput();
        return new ProcessContext(
            Target(Console.IsOutputRedirected, output, Console.Out),
            Target(Console.IsErrorRedirected, Console.OpenStandardError(), Console.Error),
            output,
            Environment.GetEnvironmentVariable,
            Environment.CurrentDirectory);
    }

    // What is redirected is read by programs that expect UTF-8; a console says itself what it can show.
    private static TextTarget Target(bool redirected, Stream stream, TextWriter console)
    {
        var traits = TerminalTraits.Of(Environment.GetEnvironmentVariable, redirected);
        var writer = redirected ? new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true } : console;
        var glyphs = traits.Unicode ? Glyphs.Unicode : Glyphs.Ascii;
        return new TextTarget(writer, !redirected, traits.Colours, new TextOptions(redirected ? TextOptions.Default.Width : WindowWidth(), glyphs))
        {
            ReadByBuildServer = CiDetection.Of(Environment.GetEnvironmentVariable) != CiSystem.None,
        };
    }

    private static int WindowWidth()
    {
        try
        {
            return Math.Max(TextOptions.NarrowestWidth, Console.WindowWidth);
        }
        catch (IOException)
        {
            return TextOptions.Default.Width;
        }
    }
}
