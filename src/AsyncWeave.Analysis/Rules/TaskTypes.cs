using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The task-like types of the framework, by namespace and name alone.</summary>
internal static class TaskTypes
{
    private const string Tasks = "System.Threading.Tasks";
    private const string Services = "System.Runtime.CompilerServices";

    public static bool IsTask(SignatureType? type) => type?.Definition is { Name: "Task" or "Task`1", Namespace: Tasks, Outer: null };

    public static bool IsValueTask(SignatureType? type) => type?.Definition is { Name: "ValueTask" or "ValueTask`1", Namespace: Tasks, Outer: null };

    public static bool IsTaskLike(SignatureType? type) => IsTask(type) || IsValueTask(type);

    /// <summary>What <c>ConfigureAwait</c> gives.</summary>
    public static bool IsConfigured(SignatureType? type) => IsConfigured(type?.Definition);

    public static bool IsAwaiter(SignatureType? type) => type?.Definition switch
    {
        { Name: "TaskAwaiter" or "TaskAwaiter`1" or "ValueTaskAwaiter" or "ValueTaskAwaiter`1", Namespace: Services, Outer: null } => true,
        { Name: "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter", Outer: { } outer } => IsConfigured(outer),
        _ => false,
    };

    public static bool IsCancellationToken(SignatureType? type) =>
        type is NamedSignature { Type: { Name: "CancellationToken", Namespace: "System.Threading", Outer: null } };

    private static bool IsConfigured(NamedType? type) => type is
    {
        Name: "ConfiguredTaskAwaitable" or "ConfiguredTaskAwaitable`1" or "ConfiguredValueTaskAwaitable" or "ConfiguredValueTaskAwaitable`1",
        Namespace: Services,
        Outer: null,
    };
}
