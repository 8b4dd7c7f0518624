using Mono.Cecil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>The task of a call that never suspends; only a <c>Task&lt;T&gt;</c> costs, and not for every result.</summary>
internal static class SynchronousTask
{
    public static void AddTo(Bill bill, Subject subject, Func<TypeReference, TypeDefinition, MadeObject> taskOf, HeapObjects objects, bool legacyCache)
    {
        if (subject.Builder is not { Family: BuilderFamily.Task, Result: { } result })
            return;
        var value = objects.ValueOf(result);
        if (result.MetadataType == MetadataType.Boolean || (!legacyCache && objects.HasOneValueOnly(result)))
        {
            bill.Note("every result is cached");
            return;
        }

        bill.Add(taskOf(result, subject.StateMachine), "the task of a call that never suspends")
            .Note(CachedResults.Describe(result, value, legacyCache));
    }
}
