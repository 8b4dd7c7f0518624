using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Says in words what a method costs in this very build.</summary>
internal static class Price
{
    /// <summary>What goes away with the state machine.</summary>
    public static string OfStateMachine(DescribedMethod facts)
    {
        var machine = facts.Report.StateMachine;
        var size = machine is null ? "the state machine" : $"a state machine of {machine.Size} B";
        return facts.Report.Allocations is { } allocations
            ? $"saves {size}, {allocations.Suspension.Bytes} B of heap at the first suspension and {allocations.Synchronous.Bytes} B when nothing suspends"
            : $"saves {size}";
    }

    /// <summary>What a pass of a loop pays for suspending.</summary>
    public static string OfEachPass(Allocations? allocations) => allocations is null
        ? "each pass may suspend"
        : $"each pass may suspend: {allocations.Suspension.Bytes} B the first time, {allocations.PerFurtherSuspension.Bytes} B each further time, besides what the awaited operation allocates";
}
