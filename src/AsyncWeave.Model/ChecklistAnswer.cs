namespace AsyncWeave.Model;

/// <param name="Question">One of twelve, the same for every method.</param>
/// <param name="Verdict">How the answer bears on the method.</param>
public sealed record ChecklistAnswer(string Question, string Answer, ChecklistVerdict Verdict);

public enum ChecklistVerdict
{
    Good,
    Note,
    Concern,
    Unknown,
}
