using System.Text;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>One answer for each question; what IL cannot know is said to be unknown.</summary>
internal sealed class ChecklistAnswers(MethodReport method, IReadOnlyList<Diagnostic> traps, CodeContext context)
{
    private const string Temporary = "a temporary";

    // Most methods get these; one object says it for all of them.
    private static readonly ChecklistAnswer NothingCrosses = new("Which variables cross awaits?", "none", ChecklistVerdict.Good);
    private static readonly ChecklistAnswer NothingCaptures = new("Is context capture necessary?", "no await captures it", ChecklistVerdict.Good);
    private static readonly ChecklistAnswer NoneInLoops = new("Are awaits inside loops?", "no", ChecklistVerdict.Good);
    private static readonly ChecklistAnswer NoLambda = new("Are async lambdas used in hot paths?", "it is none; its own lambdas are listed by themselves", ChecklistVerdict.Good);
    private static readonly ChecklistAnswer NoTaskToSave =
        new("Is ValueTask justified?", "no path completes synchronously with a result that needs a task of its own", ChecklistVerdict.Good);
    private static readonly ChecklistAnswer NothingRepeats = new("Could operations be batched?", "no await repeats", ChecklistVerdict.Good);
    private static readonly ChecklistAnswer NothingBlocks = new("Are tasks being blocked on?", "no", ChecklistVerdict.Good);
    private static readonly ChecklistAnswer NothingIsLost =
        new("Are exceptions observable?", "every task that it starts is awaited, kept, or dropped on purpose", ChecklistVerdict.Good);
    private static readonly ChecklistAnswer NothingLarge =
        new("Does the method hold large objects across awaits?", "no struct of 64 B or more, no buffer of its own", ChecklistVerdict.Good);
    private static readonly ChecklistAnswer OnlyAProfileTells = new("Is this path performance-critical?", "only a profile can tell", ChecklistVerdict.Unknown);

    public ChecklistAnswer CompletesSynchronously()
    {
        const string question = "Will it usually complete synchronously?";
        if (method.AwaitCount == 0)
            return new(question, "always: nothing is awaited", ChecklistVerdict.Note);
        var bill = method.Allocations;
        return new(question, bill is null
            ? "only a run can tell"
            : $"only a run can tell; when nothing suspends it allocates {bill.Synchronous.Bytes} B, at the first suspension {bill.Suspension.Bytes} B", ChecklistVerdict.Unknown);
    }

    public ChecklistAnswer NeedsAsync() => (Has("AW2001") ?? Has("AW2005") ?? Has("AW2002")) is { } finding
        ? new("Does it really need async?", finding.Id == "AW2002" ? "no: nothing is awaited" : "no: it only passes a task on", ChecklistVerdict.Concern)
        : new("Does it really need async?", $"yes: {Count(method.AwaitCount, "await")} with work around", ChecklistVerdict.Good);

    public ChecklistAnswer CrossesAwaits()
    {
        const string question = "Which variables cross awaits?";
        if (method.StateMachine is not { } machine)
            return new(question, method.Continuation is { Slots.Count: > 0 } continuation ? Names(continuation.Slots.Select(slot => slot.Name)) : "none", ChecklistVerdict.Note);
        StringBuilder? held = null;
        var bytes = 0;
        foreach (var field in machine.Fields)
        {
            if (field.LiveAcross.Count == 0 || field.Role is not (FieldRole.This or FieldRole.Parameter or FieldRole.Local or FieldRole.Spill or FieldRole.Closure))
                continue;
            held = held is null ? new StringBuilder() : held.Append(", ");
            held.Append(field.Role == FieldRole.This ? "this" : field.SourceName ?? Temporary);
            bytes += field.Size;
        }

        return held is null
            ? NothingCrosses
            : new(question, $"{held}: {bytes} of {machine.Size} B", ChecklistVerdict.Note);
    }

    public ChecklistAnswer CapturesContext()
    {
        const string question = "Is context capture necessary?";
        var capturing = method.Awaits.Count(await => await.CapturesContext == true);
        if (capturing == 0)
            return NothingCaptures;
        var count = $"{capturing} of {Count(method.AwaitCount, "await")} capture it; ";
        return context switch
        {
            CodeContext.Library => new(question, count + "a library seldom needs it, and its callers may have one: ConfigureAwait(false)", ChecklistVerdict.Concern),
            CodeContext.Web => new(question, count + "ASP.NET Core has none, so nothing is posted", ChecklistVerdict.Good),
            CodeContext.UserInterface => new(question, count + "it is where the rest touches the user interface", ChecklistVerdict.Unknown),
            CodeContext.Tests => new(question, count + "in tests it seldom matters", ChecklistVerdict.Note),
            _ => new(question, count + "a program without a user interface has none unless it installs one", ChecklistVerdict.Note),
        };
    }

    public ChecklistAnswer AwaitsInLoops()
    {
        var looped = method.Awaits.Count(await => await.InLoop);
        return looped == 0
            ? NoneInLoops
            : new("Are awaits inside loops?", $"{looped} of {method.AwaitCount}", ChecklistVerdict.Note);
    }

    public ChecklistAnswer HasAsyncLambdas() => method.Form == MethodForm.Lambda
        ? new("Are async lambdas used in hot paths?", $"it is one: {method.Allocations?.Suspension.Bytes ?? 0} B at each call that suspends, besides its closure", ChecklistVerdict.Note)
        : NoLambda;

    public ChecklistAnswer JustifiesValueTask()
    {
        const string question = "Is ValueTask justified?";
        if (Has("AW2017") is { } finding)
            return new(question, $"it would save {finding.SavesBytes} B on a path that completes synchronously", ChecklistVerdict.Concern);
        return method.ReturnType.StartsWith("System.Threading.Tasks.ValueTask", StringComparison.Ordinal)
            ? new(question, "it returns one: right where synchronous completion is common and was measured", ChecklistVerdict.Unknown)
            : NoTaskToSave;
    }

    public ChecklistAnswer CouldBatch()
    {
        const string question = "Could operations be batched?";
        if (Has("AW2004") is null)
            return method.Awaits.Any(await => await.InLoop) ? new(question, "no: it steps through a stream", ChecklistVerdict.Good) : NothingRepeats;
        return traps.Any(trap => trap.Id == "AW2004" && trap.Message.EndsWith(AW2004AwaitInLoop.Independent, StringComparison.Ordinal))
            ? new(question, "where the passes of its loop are independent, one await of Task.WhenAll would do", ChecklistVerdict.Note)
            : new(question, "no: its loop retries, or each pass needs the one before it", ChecklistVerdict.Good);
    }

    public ChecklistAnswer Blocks() => Has("AW2007") is null
        ? NothingBlocks
        : new("Are tasks being blocked on?", $"{Count(traps.Count(trap => trap.Id == "AW2007"), "call")} may block", ChecklistVerdict.Concern);

    public ChecklistAnswer LosesExceptions()
    {
        const string question = "Are exceptions observable?";
        if (Has("AW2003") is not null)
            return new(question, "no: it is async void", ChecklistVerdict.Concern);
        return (Has("AW2008") ?? Has("AW2019")) is { } finding
            ? new(question, finding.Id == "AW2008" ? "a task is dropped, and its failure with it" : "a catch-all swallows cancellation", ChecklistVerdict.Concern)
            : NothingIsLost;
    }

    public ChecklistAnswer HoldsLargeObjects() => (Has("AW2010") ?? Has("AW2011")) is { } finding
        ? new("Does the method hold large objects across awaits?", finding.Id == "AW2010" ? "a large struct" : "a buffer that it allocates", ChecklistVerdict.Concern)
        : NothingLarge;

    public ChecklistAnswer IsCritical() => OnlyAProfileTells;

    private Diagnostic? Has(string id)
    {
        foreach (var trap in traps)
        {
            if (trap.Id == id)
                return trap;
        }

        return null;
    }

    private static string Names(IEnumerable<string?> names) => string.Join(", ", names.Select(name => name ?? Temporary));

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
