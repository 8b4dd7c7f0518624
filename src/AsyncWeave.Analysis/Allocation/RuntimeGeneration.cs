namespace AsyncWeave.Analysis.Allocation;

/// <summary>How a runtime carries a suspended method, which decides what is allocated.</summary>
internal enum RuntimeGeneration
{
    /// <summary>.NET Framework, .NET Core up to 2.0: the boxed state machine, a task, a MoveNextRunner and an Action.</summary>
    BoxAndRunner,

    /// <summary>.NET Core 2.1 and 2.2: one box that is the task, and an Action for all but the task awaiters.</summary>
    BoxIsTaskYieldNeedsAction,

    /// <summary>.NET Core 3.0 and later: one box that is the task; the framework's own awaiters need no Action.</summary>
    BoxIsTask,
}

internal static class RuntimeGenerations
{
    /// <param name="framework">Moniker, as in a runtime target.</param>
    public static RuntimeGeneration Of(string framework) => framework switch
    {
        "netcoreapp1.0" or "netcoreapp1.1" or "netcoreapp2.0" => RuntimeGeneration.BoxAndRunner,
        "netcoreapp2.1" or "netcoreapp2.2" => RuntimeGeneration.BoxIsTaskYieldNeedsAction,
        _ => framework.Contains('.') ? RuntimeGeneration.BoxIsTask : RuntimeGeneration.BoxAndRunner,
    };
}
