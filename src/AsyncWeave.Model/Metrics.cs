namespace AsyncWeave.Model;

/// <summary>What can be budgeted, in the order in which reports list it.</summary>
public static class Metrics
{
    public static Metric StateMachineSize { get; } = new("MaxStateMachineSize", "maxStateMachineSize", "B", DiagnosticTable.StateMachineTooLarge)
    {
        LimitOf = limits => limits.MaxStateMachineSize,
        WithLimit = (limits, value) => limits with { MaxStateMachineSize = value },
        Measure = method => method.StateMachine?.Size,
    };

    public static Metric AwaitCount { get; } = new("MaxAwaitCount", "maxAwaitCount", "", DiagnosticTable.TooManyAwaits)
    {
        LimitOf = limits => limits.MaxAwaitCount,
        WithLimit = (limits, value) => limits with { MaxAwaitCount = value },
        Measure = method => method.AwaitCount,
    };

    public static Metric HoistedFields { get; } = new("MaxHoistedFields", "maxHoistedFields", "", DiagnosticTable.TooManyHoistedFields)
    {
        LimitOf = limits => limits.MaxHoistedFields,
        WithLimit = (limits, value) => limits with { MaxHoistedFields = value },
        Measure = method => method.StateMachine?.Fields.Count(IsHoisted),
    };

    public static Metric SuspensionBytes { get; } = new("MaxSuspensionBytes", "maxSuspensionBytes", "B", DiagnosticTable.TooManySuspensionBytes)
    {
        LimitOf = limits => limits.MaxSuspensionBytes,
        WithLimit = (limits, value) => limits with { MaxSuspensionBytes = value },
        // A runtime-async method has an estimate only, and no size budget applies to it.
        Measure = method => method.Kind == MethodKind.RuntimeAsync ? null : method.Allocations?.Suspension.Bytes,
    };

    public static IReadOnlyList<Metric> All { get; } = [StateMachineSize, AwaitCount, HoistedFields, SuspensionBytes];

    /// <summary>Parameters, locals and spills: what the compiler moved off the stack. State, builder, awaiters, <c>this</c> and the like are not.</summary>
    public static bool IsHoisted(StateMachineField field) =>
        field.Role is FieldRole.Parameter or FieldRole.Local or FieldRole.Spill;
}
