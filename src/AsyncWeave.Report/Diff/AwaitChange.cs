namespace AsyncWeave.Report.Diff;

/// <param name="Operation">What is awaited: <c>Task.Delay(int)</c>.</param>
/// <param name="Count">How many awaits of it came; negative where they went.</param>
public sealed record AwaitChange(string Operation, int Count);
