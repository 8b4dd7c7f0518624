using AsyncWeave.Analysis.Layout;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>The task of a call that never suspends; only a <c>Task&lt;T&gt;</c> costs, and not for every result.</summary>
internal static class SynchronousTask
{
    public static void AddTo(Bill bill, Subject subject, Func<ClosedType, MadeObject> taskOf, HeapObjects objects, bool legacyCache)
    {
        if (subject.Builder is not { Family: BuilderFamily.Task, Result: { } result })
            return;
        var value = objects.ValueOf(result);
        if (TaskResult.IsBoolean(result) || (!legacyCache && TaskResult.HasOneValueOnly(result)))
        {
            bill.Note("every result is cached");
            return;
        }

        bill.Add(taskOf(result), "the task of a call that never suspends")
            .Note(TaskResult.DescribeCached(result, value, legacyCache));
    }
}
