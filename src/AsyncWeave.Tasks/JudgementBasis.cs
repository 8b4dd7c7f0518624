using Microsoft.Build.Framework;

namespace AsyncWeave.Tasks;

/// <summary>All that a verdict rests on, as text: where nothing in it differs, the verdict is the same.</summary>
internal static class JudgementBasis
{
    public static IReadOnlyList<string> Of(Judge task) =>
    [
        FileStamp.Of(typeof(JudgementBasis).Assembly.Location),
        FileStamp.Of(task.Model),
        FileStamp.Of(task.BaselineFile),
        .. ConfigurationPlaces(task.ProjectDirectory).Select(FileStamp.Of),
        .. task.AnalyzerConfigFiles.Select(FileStamp.Of),
        .. task.ItemFiles.Select(FileStamp.Of),
        .. task.Settings.Select(item => item.ItemSpec + "=" + item.GetMetadata("Value")),
        .. task.Budgets.Select(Text),
        "optimize=" + task.Optimize,
        "nowarn=" + task.NoWarn,
        "errors=" + task.WarningsAsErrors,
        "warnings=" + task.WarningsNotAsErrors,
        .. task.Reports.Select(item => item.GetMetadata("FullPath")),
    ];

    /// <summary>Also where there is no file yet: one that comes is a change.</summary>
    private static IEnumerable<string> ConfigurationPlaces(string projectDirectory)
    {
        for (var directory = new DirectoryInfo(projectDirectory); directory is not null; directory = directory.Parent)
            yield return Path.Combine(directory.FullName, "asyncweave.json");
    }

    private static string Text(ITaskItem item)
    {
        var budget = BudgetItems.Of(item);
        return budget.Pattern + string.Concat(budget.Metadata.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Select(pair => $";{pair.Key}={pair.Value}"));
    }
}
