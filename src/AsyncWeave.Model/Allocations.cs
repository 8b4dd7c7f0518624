namespace AsyncWeave.Model;

/// <summary>The heap bill of one call.</summary>
/// <param name="Synchronous">When no await suspends; a state machine that is a class is made at the call and stands here.</param>
/// <param name="Suspension">At the first suspension, in addition to what was made at the call.</param>
/// <param name="PerFurtherSuspension">At each later one.</param>
public sealed record Allocations(AllocationBill Synchronous, AllocationBill Suspension, AllocationBill PerFurtherSuspension)
{
    /// <summary>At each later suspension when another ExecutionContext than the default one flows; differs on .NET Framework and .NET Core up to 2.0.</summary>
    public AllocationBill FurtherInOtherContext { get; init; } = AllocationBill.Nothing;

    /// <summary>Closure and delegate of a lambda or local function, made where it is created and not by calling it.</summary>
    public AllocationBill Creation { get; init; } = AllocationBill.Nothing;
}

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
public sealed record AllocatedObject(string Type, int Bytes, string Reason)
{
    /// <summary>Made at every call, suspended or not: a state machine that is a class. A call that suspends costs these and the bill of the suspension.</summary>
    public bool AtEveryCall { get; init; }
}
