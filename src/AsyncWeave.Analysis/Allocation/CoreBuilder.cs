using AsyncWeave.Analysis.Layout;

namespace AsyncWeave.Analysis.Allocation;

internal enum BuilderFamily
{
    Task,
    ValueTask,
    PoolingValueTask,
    Void,
    AsyncIterator,

    /// <summary>A task-like whose builder keeps none of the framework's builders inside.</summary>
    Unknown,
}

/// <summary>The framework's builder that makes a method's objects, be it the method's own or the one that a custom builder forwards to.</summary>
/// <param name="TypeName">Full metadata name without arguments.</param>
/// <param name="Result">As a field has it; null where the task has no result.</param>
/// <param name="ForwardedBy">Full name of the custom builder around it; null where it is the method's own.</param>
internal sealed record CoreBuilder(BuilderFamily Family, string? TypeName, ClosedType? Result, string? ForwardedBy)
{
    public static CoreBuilder UnknownIn(string? typeName) => new(BuilderFamily.Unknown, typeName, null, null);
}
