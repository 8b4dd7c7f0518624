using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>
/// <c>Task.Run(async () =&gt; await F())</c>: the pool runs only the first step of F, and two tasks, a delegate and a state machine
/// are paid for it. Asked of the module as a whole, since the lambda and its user are two methods.
/// </summary>
internal sealed class AW2006TaskRunAroundAsync(FunctionUses uses)
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.TaskRunAroundAsync;

    public IEnumerable<(DelegateUse Use, Finding Finding)> Check(IEnumerable<AsyncLambda> lambdas)
    {
        foreach (var lambda in lambdas)
        {
            foreach (var use in uses.Of(lambda.Kickoff))
            {
                if (Message(use, lambda) is { } message)
                    yield return (use, new Finding(message, SavesBytes: lambda.SuspensionBytes));
            }
        }
    }

    private static string? Message(DelegateUse use, AsyncLambda lambda)
    {
        if (use.Consumer is not { } taker)
            return null;
        var cost = $"a delegate, a task that unwraps another, and {lambda.SuspensionBytes} B at the lambda's first suspension";
        return (taker.DeclaringType?.Definition?.Name, taker.Name) switch
        {
            ("Task", "Run") when lambda.Forwards => $"Task.Run around an async lambda that only awaits {lambda.Operation}: {cost}; call it directly, or keep Task.Run for work that holds the thread before its first await",
            ("TaskFactory" or "TaskFactory`1", "StartNew") => $"StartNew around an async lambda: its task is complete at the first suspension of {lambda.Operation}; {cost}; use Task.Run, or call it directly",
            _ => null,
        };
    }
}
