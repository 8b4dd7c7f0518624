using AsyncWeave.Cli.Documents;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Ci;
using AsyncWeave.Report.Markdown;

namespace AsyncWeave.Cli.Ci;

/// <summary>A scan's findings as annotations, its totals as a summary.</summary>
internal static class ScanOnBuildServer
{
    /// <summary>The name that GitLab's documentation gives the artifact.</summary>
    private const string GitLabFile = "gl-code-quality-report.json";

    public static void Say(ScanResult result, BuildServer server, IReadOnlyList<DocumentTarget> documents, TextTarget log, ProcessContext process)
    {
        var unreadable = result.Set.Unreadable.Select(file => new Diagnostic(
            DiagnosticTable.UnreadableAssembly.Id, null, DiagnosticTable.UnreadableAssembly.DefaultSeverity, $"{file.File}: {file.Message}", null, null, null));
        foreach (var command in CiAnnotations.Of(server.System, [.. unreadable, .. result.Log.Select(entry => entry.Finding)]))
            log.WriteCommand(command);
        foreach (var command in CiAnnotations.Statistics(server.System, result.Set))
            log.WriteCommand(command);
        server.Summarize(stream => MarkdownReport.Write(stream, result.Set, MarkdownOptions.StepSummary), log);
        if (server.System == CiSystem.GitLab && documents.All(document => document.Format != DocumentFormat.Gitlab))
            DocumentFile.Write(new DocumentTarget(DocumentFormat.Gitlab, GitLabFile), process, stream => DocumentWriter.Write(DocumentFormat.Gitlab, stream, result.Set, result.IsSet, sources: null));
    }
}
