namespace AsyncWeave.Cli.Verify;

/// <summary>How the computed layouts of some assemblies stand to those of the running CLR.</summary>
/// <param name="StateMachines">Compared.</param>
/// <param name="Values">Sizes, offsets and heap sizes compared.</param>
internal sealed record Verification(int StateMachines, int Values, IReadOnlyList<LayoutDifference> Differences, IReadOnlyList<SkippedMethod> Skipped)
{
    public static Verification Nothing { get; } = new(0, 0, [], []);

    public Verification Plus(Verification other) => new(
        StateMachines + other.StateMachines,
        Values + other.Values,
        [.. Differences, .. other.Differences],
        [.. Skipped, .. other.Skipped]);
}

/// <param name="What">Size, heap size of the box, or the path of a field with what is compared.</param>
/// <param name="Predicted">Bytes.</param>
/// <param name="Actual">Bytes, as the running CLR has it.</param>
internal sealed record LayoutDifference(string Assembly, string Method, string What, int Predicted, int Actual);

internal sealed record SkippedMethod(string Assembly, string Method, string Reason);
