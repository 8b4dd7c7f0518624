namespace AsyncWeave.Model;

/// <summary>The tool that wrote a report.</summary>
public sealed record ToolInfo(string Name, string Version)
{
    /// <summary>This build of AsyncWeave.</summary>
    public static ToolInfo Current { get; } =
        new("AsyncWeave", typeof(ToolInfo).Assembly.GetName().Version!.ToString(3));
}
