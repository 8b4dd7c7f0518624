using AsyncWeave.Model;

namespace AsyncWeave.Cli.Scanning;

/// <summary>What became of one input: a report, a file that could not be read, or a fault of ours.</summary>
internal abstract record ScannedFile(InputFile File)
{
    public sealed record Read(InputFile File, AssemblyReport Report) : ScannedFile(File);

    public sealed record Unreadable(InputFile File, string Message) : ScannedFile(File);

    public sealed record Faulted(InputFile File, Exception Fault) : ScannedFile(File);
}
