using AsyncWeave.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AsyncWeave.Tasks;

/// <summary>Findings in the form that MSBuild, editors and problem matchers know: file, line, column, code, help link.</summary>
internal static class BuildLog
{
    /// <param name="root">What relative paths of findings start from.</param>
    public static void Write(TaskLoggingHelper log, Diagnostic finding, string root)
    {
        // The compiler too writes full paths: an editor then needs no working directory to open the file.
        var file = finding.File is null ? null : Path.Combine(root, finding.File).Replace('/', Path.DirectorySeparatorChar);
        var line = finding.Line ?? 0;
        var column = finding.Column ?? 0;
        var endLine = finding.EndLine ?? 0;
        switch (finding.Severity)
        {
            case Severity.Error:
#if NET
                log.LogError(null, finding.Id, null, HelpLink(finding), file, line, column, endLine, 0, finding.Message);
#else
                log.LogError(null, finding.Id, null, file, line, column, endLine, 0, finding.Message);
#endif
                break;
            case Severity.Warning:
#if NET
                log.LogWarning(null, finding.Id, null, HelpLink(finding), file, line, column, endLine, 0, finding.Message);
#else
                log.LogWarning(null, finding.Id, null, file, line, column, endLine, 0, finding.Message);
#endif
                break;
            default:
                log.LogMessage(null, finding.Id, null, file, line, column, endLine, 0, MessageImportance.Normal, finding.Message);
                break;
        }
    }

#if NET
    private static string? HelpLink(Diagnostic finding) =>
        DiagnosticTable.All.FirstOrDefault(descriptor => descriptor.Id == finding.Id)?.HelpLink;
#endif
}
