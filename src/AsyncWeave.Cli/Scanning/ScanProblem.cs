namespace AsyncWeave.Cli.Scanning;

/// <summary>Why a part of a scan was not done.</summary>
internal sealed record ScanProblem(int ExitCode, string Which, string Why)
{
    public static ScanProblem? Of(ScannedFile file) => file switch
    {
        ScannedFile.Unreadable unreadable => new(Cli.ExitCode.Unreadable, "unreadable input", $"AW0001: {file.File.ShownAs}: {unreadable.Message}"),
        ScannedFile.Faulted { Fault: var fault } => new(Cli.ExitCode.Fault, "fault inside AsyncWeave", $"AW0007: {file.File.ShownAs}: {fault.GetType().Name}: {fault.Message}"),
        _ => null,
    };
}
