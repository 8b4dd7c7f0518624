using Microsoft.Build.Framework;

namespace AsyncWeave.Tasks;

/// <param name="Path">Full.</param>
/// <param name="Format">As the user spelled it, known or not.</param>
internal sealed record ReportFile(string Path, string Format)
{
    public static ReportFile Of(ITaskItem item) => new(item.GetMetadata("FullPath"), item.GetMetadata("Format"));
}
