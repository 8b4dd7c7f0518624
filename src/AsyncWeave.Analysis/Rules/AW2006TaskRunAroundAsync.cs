using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>
/// <c>Task.Run(async () =&gt; await F())</c>: the pool runs only the first step of F, and two tasks, a delegate and a state machine
/// are paid for it. Asked of the module as a whole, since the lambda and its user are two methods.
/// </summary>
internal sealed class AW2006TaskRunAroundAsync(FunctionUses uses)
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.TaskRunAroundAsync;

    /// <param name="lambdas">All async lambdas of the module.</param>
    /// <param name="bodyOf">The body in which a delegate is used.</param>
    public IEnumerable<(DelegateUse Use, BodyFacts User, Finding Finding)> Check(IEnumerable<AsyncLambda> lambdas, Func<DelegateUse, BodyFacts> bodyOf)
    {
        foreach (var lambda in lambdas)
        {
            foreach (var use in uses.Of(lambda.Kickoff))
            {
                if (use.Consumer is not { } taker || !IsRun(taker) && !IsStart(taker))
                    continue;
                var user = bodyOf(use);
                if (Message(use, user, lambda) is { } message)
                    yield return (use, user, new Finding(message, SavesBytes: lambda.SuspensionBytes));
            }
        }
    }

    private static string? Message(DelegateUse use, BodyFacts user, AsyncLambda lambda)
    {
        var cost = $"a delegate, a task that unwraps another, and {lambda.SuspensionBytes} B at the lambda's first suspension";
        var starts = IsStart(use.Consumer!);
        if (starts && !TaskOfTask.IsUnwrapped(user, use.Call))
            return $"StartNew around an async lambda: its task is complete at the first suspension of {lambda.Operation}; {cost}; use Task.Run, or call it directly";
        return lambda.Forwards
            ? $"{(starts ? "StartNew" : "Task.Run")} around an async lambda that only awaits {lambda.Operation}: {cost}; call it directly, or keep {(starts ? "it" : "Task.Run")} for work that holds the thread before its first await"
            : null;
    }

    private static bool IsRun(NamedMethod taker) => taker.Name == "Run" && taker.DeclaringType?.Definition?.Name == "Task";

    private static bool IsStart(NamedMethod taker) => taker.Name == "StartNew" && taker.DeclaringType?.Definition?.Name is "TaskFactory" or "TaskFactory`1";
}
