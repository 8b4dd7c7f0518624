namespace AsyncWeave.Bench.Allocations;

/// <summary>Waits without allocating: a blocking wait makes an event, which would be counted.</summary>
internal static class Completion
{
    public static T Of<T>(Task<T> task)
    {
        Until(task);
        return task.Result;
    }

    public static void Of(Task task) => Until(task);

    public static T Of<T>(ValueTask<T> task)
    {
        var spin = default(SpinWait);
        while (!task.IsCompleted)
            spin.SpinOnce(sleep1Threshold: -1);
        return task.Result;
    }

    private static void Until(Task task)
    {
        var spin = default(SpinWait);
        while (!task.IsCompleted)
            spin.SpinOnce(sleep1Threshold: -1);
    }
}
