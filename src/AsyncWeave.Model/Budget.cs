namespace AsyncWeave.Model;

/// <summary>How a method stands to its budgets.</summary>
/// <param name="Limits">The limits in force (the error level; the warning level where there is no other), by setting name.</param>
/// <param name="From">The source of the limits: a file, a property, an attribute; null where there are none.</param>
public sealed record Budget(BudgetStatus Status, Limits Limits, string? From)
{
    public static Budget None { get; } = new(BudgetStatus.None, Limits.None, null);

    /// <summary>The method's row in the baseline; null where there is none.</summary>
    public BaselineRow? Baseline { get; init; }
}

public enum BudgetStatus
{
    None,
    Pass,
    Warn,
    Fail,
}

/// <summary>One figure per metric; null where none is set.</summary>
/// <param name="MaxStateMachineSize">Bytes.</param>
/// <param name="MaxSuspensionBytes">Heap bytes at the first suspension.</param>
public sealed record Limits(int? MaxStateMachineSize, int? MaxAwaitCount, int? MaxHoistedFields, int? MaxSuspensionBytes)
{
    public static Limits None { get; } = new(null, null, null, null);
}

/// <summary>What a method measured when the baseline was written.</summary>
/// <param name="StateMachineSize">Bytes; null for runtime-async methods.</param>
/// <param name="SuspensionBytes">Heap bytes at the first suspension; null where not known.</param>
public sealed record BaselineRow(int? StateMachineSize, int Awaits, int HoistedFields, int? SuspensionBytes);
