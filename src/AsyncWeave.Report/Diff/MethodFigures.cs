using AsyncWeave.Model;

namespace AsyncWeave.Report.Diff;

/// <summary>What a diff compares of a method.</summary>
/// <param name="Size">Bytes of the state machine; null for runtime-async methods.</param>
/// <param name="Suspension">Heap bytes at the first suspension; null where not known.</param>
public sealed record MethodFigures(int? Size, int Awaits, int HoistedFields, int? Suspension)
{
    public static MethodFigures Of(MethodReport method) => new(
        Metrics.StateMachineSize.Measure(method),
        method.AwaitCount,
        Metrics.HoistedFields.Measure(method) ?? 0,
        Metrics.SuspensionBytes.Measure(method));
}
