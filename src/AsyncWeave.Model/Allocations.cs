namespace AsyncWeave.Model;

/// <summary>The heap bill of one call.</summary>
/// <param name="Synchronous">When no await suspends.</param>
/// <param name="Suspension">At the first suspension.</param>
/// <param name="PerFurtherSuspension">At each later one.</param>
public sealed record Allocations(AllocationBill Synchronous, AllocationBill Suspension, AllocationBill PerFurtherSuspension);

/// <param name="Objects">In the order in which they come into being.</param>
public sealed record AllocationBill(IReadOnlyList<AllocatedObject> Objects)
{
    public static AllocationBill Nothing { get; } = new([]);

    /// <summary>Heap bytes; the sum of <see cref="Objects"/>.</summary>
    public int Bytes => Objects.Sum(o => o.Bytes);

    /// <summary>False when a part could not be resolved: <see cref="Bytes"/> is then a lower bound.</summary>
    public bool Exact { get; init; } = true;

    /// <summary>What the figure depends on, in words: cached results, pools, another ExecutionContext. Null when nothing.</summary>
    public string? Note { get; init; }
}

/// <param name="Bytes">Heap bytes, header and method table pointer included.</param>
public sealed record AllocatedObject(string Type, int Bytes, string Reason);
