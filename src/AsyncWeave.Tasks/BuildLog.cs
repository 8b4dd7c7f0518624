using AsyncWeave.Model;
using AsyncWeave.Report.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AsyncWeave.Tasks;

/// <summary>Findings in the form that MSBuild, editors and problem matchers know: file, line, column, code, help link.</summary>
internal static class BuildLog
{
    /// <param name="project">Full path of the project, for what stands in no file.</param>
    public static void Write(TaskLoggingHelper log, Diagnostic finding, string project)
    {
        var file = finding.File is null ? project : FullPath(finding.File, project);
        var message = Printable.Of(finding.Message);
        var line = finding.Line ?? 0;
        var column = finding.Column ?? 0;
        switch (finding.Severity)
        {
            case Severity.Error:
#if NET
                log.LogError(null, finding.Id, null, HelpLink(finding), file, line, column, 0, 0, message);
#else
                log.LogError(null, finding.Id, null, file, line, column, 0, 0, message);
#endif
                break;
            case Severity.Warning:
#if NET
                log.LogWarning(null, finding.Id, null, HelpLink(finding), file, line, column, 0, 0, message);
#else
                log.LogWarning(null, finding.Id, null, file, line, column, 0, 0, message);
#endif
                break;
            default:
                log.LogMessage(null, finding.Id, null, file, line, column, 0, 0, MessageImportance.Normal, message);
                break;
        }
    }

    /// <summary>As the compiler writes them: an editor then needs no working directory to open the file.</summary>
    private static string FullPath(string file, string project)
    {
        var directory = Path.GetDirectoryName(project)!;
        return Path.Combine(Repository.RootAbove(directory) ?? directory, file).Replace('/', Path.DirectorySeparatorChar);
    }

#if NET
    private static string? HelpLink(Diagnostic finding) =>
        DiagnosticTable.All.FirstOrDefault(descriptor => descriptor.Id == finding.Id)?.HelpLink;
#endif
}
