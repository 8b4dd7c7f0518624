using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>An iterator is one object, which is its own first enumerator.</summary>
internal static class IteratorModel
{
    public static Allocations Estimate(MadeObject? atCall)
    {
        var call = new Bill();
        if (atCall is { } made)
            call.Add(made, "the iterator, made at every call").Note("enumerating it again, or on another thread, makes another one");
        return new Allocations(call.Total(), AllocationBill.Nothing, AllocationBill.Nothing);
    }
}
