namespace AsyncWeave.Analysis.Flow;

/// <summary>The awaiters whose way with the captured context is known.</summary>
internal static class KnownAwaitables
{
    private const string Services = "System.Runtime.CompilerServices.";

    private static readonly HashSet<string> Capturing = new(StringComparer.Ordinal)
    {
        Services + "TaskAwaiter",
        Services + "TaskAwaiter`1",
        Services + "ValueTaskAwaiter",
        Services + "ValueTaskAwaiter`1",
        Services + "YieldAwaitable/YieldAwaiter",
    };

    private static readonly HashSet<string> Configured = new(StringComparer.Ordinal)
    {
        Services + "ConfiguredTaskAwaitable/ConfiguredTaskAwaiter",
        Services + "ConfiguredTaskAwaitable`1/ConfiguredTaskAwaiter",
        Services + "ConfiguredValueTaskAwaitable/ConfiguredValueTaskAwaiter",
        Services + "ConfiguredValueTaskAwaitable`1/ConfiguredValueTaskAwaiter",
    };

    /// <summary>Always returns to the captured context.</summary>
    public static bool Captures(string awaiter) => Capturing.Contains(awaiter);

    /// <summary>Returns to it if <c>ConfigureAwait</c> said so.</summary>
    public static bool IsConfigured(string awaiter) => Configured.Contains(awaiter);
}
