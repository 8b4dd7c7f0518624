namespace AsyncWeave.Cli.Scanning;

/// <summary>Why a part of a scan was not done.</summary>
internal sealed record ScanProblem(int ExitCode, string Which, string Why)
{
    public static ScanProblem? Of(ScannedFile file) => file switch
    {
        ScannedFile.Unreadable unreadable => new(Cli.ExitCode.Unreadable, "unreadable input", $"AW0001: {WithPath(unreadable)}"),
        ScannedFile.Faulted { Fault: var fault } => new(Cli.ExitCode.Fault, "fault inside AsyncWeave", $"AW0007: {file.File.ShownAs}: {fault.GetType().Name}: {fault.Message}"),
        _ => null,
    };

    /// <summary>A filter that lets nothing through must not look like a scan that found nothing.</summary>
    public static ScanProblem MatchesNothing(string filter) =>
        new(Cli.ExitCode.WrongUsage, "wrong usage", $"AW0005: --filter '{filter}' matches no async method; it is held against Namespace.Type.Method");

    /// <summary>The message names the file alone, since a report has no paths of a machine.</summary>
    private static string WithPath(ScannedFile.Unreadable file)
    {
        var name = Path.GetFileName(file.File.ShownAs);
        return file.Message.StartsWith(name, StringComparison.Ordinal) ? file.File.ShownAs + file.Message[name.Length..] : $"{file.File.ShownAs}: {file.Message}";
    }
}
