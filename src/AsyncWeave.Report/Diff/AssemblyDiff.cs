using AsyncWeave.Model;

namespace AsyncWeave.Report.Diff;

/// <summary>One assembly before and after.</summary>
/// <param name="Old">Null where there is no base: nothing can be said of its methods, and none is called new.</param>
/// <param name="New">Null where the assembly is gone.</param>
/// <param name="Changes">Those that changed, by kind, largest first.</param>
/// <param name="Unchanged">Methods that did not.</param>
/// <param name="Warnings">Differences that make the comparison doubtful.</param>
public sealed record AssemblyDiff(
    AssemblyReport? Old,
    AssemblyReport? New,
    IReadOnlyList<MethodChange> Changes,
    int Unchanged,
    IReadOnlyList<string> Warnings)
{
    public string Name => (New ?? Old)!.Assembly.Name;

    public string Framework => (New ?? Old)!.Assembly.TargetFramework ?? (New ?? Old)!.Runtime.Framework;

    public bool HasBase => Old is not null;

    /// <summary>Bytes by which the state machines grew in all; the sum over <see cref="Changes"/>.</summary>
    public long Bytes => Changes.Sum(c => (long)c.SizeDelta);
}
