using AsyncWeave.Model;

namespace AsyncWeave.Report.Diff;

/// <summary>A method before and after.</summary>
/// <param name="Old">Null where it is new.</param>
/// <param name="New">Null where it is gone.</param>
public sealed record MethodChange(ChangeKind Kind, MethodReport? Old, MethodReport? New)
{
    /// <summary>Largest first.</summary>
    public IReadOnlyList<FieldChange> Fields { get; init; } = [];

    public IReadOnlyList<AwaitChange> Awaits { get; init; } = [];

    public string DisplayName => (New ?? Old)!.DisplayName;

    public MethodFigures? Before => Old is null ? null : MethodFigures.Of(Old);

    public MethodFigures? After => New is null ? null : MethodFigures.Of(New);

    /// <summary>Bytes that the state machine grew by; all of a new one, minus all of one that is gone.</summary>
    public int SizeDelta => Difference(Before, After, f => f.Size);

    public int SuspensionDelta => Difference(Before, After, f => f.Suspension);

    public int AwaitDelta => (After?.Awaits ?? 0) - (Before?.Awaits ?? 0);

    /// <summary>The change in bytes that decides its kind: of the state machine, else of the suspension.</summary>
    public int Bytes => SizeDelta != 0 ? SizeDelta : SuspensionDelta;

    // A figure that one side does not have (runtime-async) is no change to or from zero.
    private static int Difference(MethodFigures? before, MethodFigures? after, Func<MethodFigures, int?> figure)
    {
        if (before is not null && after is not null && (figure(before) is null || figure(after) is null))
            return 0;
        return (after is null ? 0 : figure(after) ?? 0) - (before is null ? 0 : figure(before) ?? 0);
    }
}
