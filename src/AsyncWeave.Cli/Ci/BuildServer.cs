using AsyncWeave.Cli.Terminal;
using AsyncWeave.Report.Ci;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Ci;

/// <summary>The build server around the process, in its own form of commands and summaries.</summary>
internal sealed class BuildServer
{
    private readonly ProcessContext _process;

    private BuildServer(CiSystem system, ProcessContext process)
    {
        System = system;
        _process = process;
    }

    public CiSystem System { get; }

    /// <param name="chosen"><c>none</c>, <c>auto</c>, or the server that is meant.</param>
    public static BuildServer Of(string chosen, ProcessContext process) => new(
        chosen switch
        {
            "auto" => CiDetection.Of(process.Variable),
            "github" => CiSystem.GitHub,
            "azure" => CiSystem.AzureDevOps,
            "gitlab" => CiSystem.GitLab,
            "teamcity" => CiSystem.TeamCity,
            _ => CiSystem.None,
        },
        process);

    /// <summary>Puts Markdown where the server shows it; what it cannot take is said, and fails nothing.</summary>
    /// <param name="log">Where commands go.</param>
    public void Summarize(Action<Stream> write, TextTarget log)
    {
        try
        {
            if (System == CiSystem.GitHub && _process.Variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
                Append(summary, write);
            else if (System == CiSystem.AzureDevOps)
                Upload(write, log);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _process.Error.WriteLine(TextLine.Of($"asyncweave: the step summary could not be written: {Printable.Of(e.Message)}", TextStyle.Concern));
        }
    }

    private static void Append(string path, Action<Stream> write)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
        write(file);
    }

    // The command takes a file's path; the agent reads it when the step has ended.
    private void Upload(Action<Stream> write, TextTarget log)
    {
        var directory = _process.Variable("AGENT_TEMPDIRECTORY") is { Length: > 0 } temporary ? temporary : Path.GetTempPath();
        var path = Path.Combine(directory, $"asyncweave-{Guid.NewGuid():N}.md");
        using (var file = File.Create(path))
            write(file);
        if (CiAnnotations.UploadSummary(System, path) is { } command)
            log.WriteCommand(command);
    }
}
