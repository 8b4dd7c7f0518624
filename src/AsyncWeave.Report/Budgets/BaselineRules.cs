using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>How the baseline is judged.</summary>
/// <param name="ToleranceBytes">Bytes that a method may grow past its row.</param>
/// <param name="JudgeNewMethods">Whether a method without a row is held to the budgets.</param>
/// <param name="Slack">How rows above today's values are said.</param>
/// <param name="Stale">How rows that match no method are said; null leaves it to AW0005.</param>
internal sealed record BaselineRules(int ToleranceBytes, bool JudgeNewMethods, Severity Slack, Severity? Stale)
{
    public static BaselineRules Default { get; } = new(0, true, Severity.Message, null);
}
