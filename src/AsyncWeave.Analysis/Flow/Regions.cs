using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The source's <c>try</c>, <c>catch</c> and <c>finally</c> as ranges of instructions; the smallest one around an await is its region.</summary>
internal sealed class Regions
{
    private const int MostCopies = 4;

    private readonly List<(int Start, int End, AwaitRegion Region)> ranges = [];
    private readonly List<(int Start, int End)> generatedFinallys = [];
    private readonly TracedBody body;
    private readonly List<int> reports;

    public Regions(TracedBody body, List<MovedHandler> moved)
    {
        this.body = body;
        reports = Reports();
        var next = 0; // moved handlers stand in the order of their clauses
        foreach (var handler in body.Code.Handlers)
        {
            var target = next < moved.Count && ReferenceEquals(moved[next].Clause, handler) ? moved[next++] : null;
            if (IsAuthors(handler, target))
                Add(handler, target);
            else if (target is not null)
                generatedFinallys.Add((target.Start, target.End));
        }
    }

    public AwaitRegion Of(int instruction)
    {
        var (found, smallest) = (AwaitRegion.Body, int.MaxValue);
        foreach (var (start, end, region) in ranges)
        {
            if (instruction >= start && instruction < end && end - start < smallest)
                (found, smallest) = (region, end - start);
        }

        return found;
    }

    /// <summary>Whether an instruction stands in a moved <c>finally</c> that nobody wrote.</summary>
    public bool IsGeneratedFinally(int instruction) => generatedFinallys.Exists(range => instruction >= range.Start && instruction < range.End);

    private void Add(Handler handler, MovedHandler? moved)
    {
        ranges.Add((handler.TryStart, handler.TryEnd, AwaitRegion.Try));
        if (moved is not null)
            ranges.Add((moved.Start, moved.End, moved.Region));
        else
            ranges.Add((handler.Start, handler.End, handler.IsFinally ? AwaitRegion.Finally : AwaitRegion.Catch));
    }

    /// <summary>Not the builder's own catch around everything, nor what <c>using</c>, <c>foreach</c> and <c>await using</c> put around a body.</summary>
    private bool IsAuthors(Handler handler, MovedHandler? moved)
    {
        if (moved is { Region: AwaitRegion.Finally })
            return !IsGenerated(moved.Start, moved.End);
        if (handler.Kind == ExceptionHandlerType.Finally)
            return !IsGenerated(handler.Start, handler.End);
        return handler.Kind != ExceptionHandlerType.Fault && !ReportsToBuilder(handler) && !IsResumableDisposal(handler);
    }

    // F#'s `use` and `for` in a task catch, dispose and throw again, all of it without a point.
    private bool IsResumableDisposal(Handler handler) =>
        handler.CatchesAll && body.Slots.OfField("ResumptionPoint") != SlotTable.None && OnlyDisposes(handler.Start, handler.End);

    private bool IsGenerated(int start, int end)
    {
        if (!body.Places.Known)
            return OnlyDisposes(start, end);
        return !body.Places.AnyVisible(start, end) || (body.Places.VisibleIn(start, end).All(IsEndUsing) && OnlyDisposes(start, end));
    }

    // Visual Basic disposes under the point of `End Using`; a call that an author writes is wider.
    private static bool IsEndUsing(SourcePoint point) => point.Line == point.EndLine && point.EndColumn - point.Column == "End Using".Length;

    private bool OnlyDisposes(int start, int end)
    {
        var disposes = false;
        for (var i = start; i < end; i++)
        {
            if (body.Code.CalleeOf(i) is not { Name: { Length: > 0 } name })
                continue;
            disposes |= name is "Dispose" or "DisposeAsync" or "Exit";
            if (name is not ("Dispose" or "DisposeAsync" or "Exit" or "GetAwaiter" or "get_IsCompleted" or "GetResult" or "AwaitUnsafeOnCompleted" or "AwaitOnCompleted" or "ConfigureAwait"))
                return false;
        }

        return disposes;
    }

    // In the handler; F# stores the exception there and reports it behind.
    private bool ReportsToBuilder(Handler handler) => reports.Exists(report =>
        report >= handler.Start && (report < handler.End || (handler.CatchesAll && IsStoredIn(handler, report))));

    private List<int> Reports()
    {
        var reports = new List<int>();
        foreach (var i in body.Code.Calls)
        {
            if (IsReport(i))
                reports.Add(i);
        }

        return reports;
    }

    // ldflda builder; ldloc exception; call SetException
    private bool IsReport(int i) =>
        body.Code.CalleeOf(i).Name == "SetException" && body.Trace.Argument(i, 0) is >= 0 and var receiver && body.Code.Op(receiver) == Code.Ldflda;

    // ldloc saved; stloc e; ldloc e; brfalse …; ldloc e; call SetException        optimised code lets an author's handler use `e` as well
    private bool IsStoredIn(Handler handler, int report)
    {
        var (at, exception) = (report, body.Trace.Argument(report, 1));
        for (var step = 0; step < MostCopies && exception >= 0 && body.Slots.IsLocal(body.SlotOf[exception]); step++)
        {
            var before = at;
            at = body.UsesOf(body.SlotOf[exception]).Where(use => use.IsWrite && use.Instruction < before).Select(use => use.Instruction).DefaultIfEmpty(-1).Last();
            if (at < handler.End)
                return at >= handler.Start;
            exception = body.Trace.Operand(at, 0);
        }

        return false;
    }
}
