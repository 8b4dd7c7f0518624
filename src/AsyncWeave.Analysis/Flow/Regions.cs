using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The source's <c>try</c>, <c>catch</c> and <c>finally</c> as ranges of instructions; the smallest one around an await is its region.</summary>
internal sealed class Regions
{
    private readonly List<(int Start, int End, AwaitRegion Region)> ranges = [];
    private readonly List<(int Start, int End)> generatedFinallys = [];
    private readonly TracedBody body;

    public Regions(TracedBody body, IReadOnlyList<MovedHandler> moved)
    {
        this.body = body;
        var movedBy = moved.ToDictionary(handler => handler.Clause);
        foreach (var handler in body.Code.Handlers)
        {
            movedBy.TryGetValue(handler, out var target);
            if (!IsAuthors(handler, target))
            {
                if (target is not null)
                    generatedFinallys.Add((target.Start, target.End));
                continue;
            }

            ranges.Add((handler.TryStart, handler.TryEnd, AwaitRegion.Try));
            if (target is not null)
                ranges.Add((target.Start, target.End, target.Region));
            else
                ranges.Add((handler.Start, handler.End, handler.IsFinally ? AwaitRegion.Finally : AwaitRegion.Catch));
        }

        ranges = [.. ranges.OrderBy(range => range.End - range.Start)];
    }

    public AwaitRegion Of(int instruction)
    {
        foreach (var (start, end, region) in ranges)
        {
            if (instruction >= start && instruction < end)
                return region;
        }

        return AwaitRegion.Body;
    }

    /// <summary>Whether an instruction stands in a moved <c>finally</c> that nobody wrote.</summary>
    public bool IsGeneratedFinally(int instruction) => generatedFinallys.Exists(range => instruction >= range.Start && instruction < range.End);

    /// <summary>Not the builder's own catch around everything, nor what <c>using</c>, <c>foreach</c> and <c>await using</c> put around a body.</summary>
    private bool IsAuthors(Handler handler, MovedHandler? moved)
    {
        if (moved is { Region: AwaitRegion.Finally })
            return !IsGenerated(moved.Start, moved.End);
        if (handler.Kind == ExceptionHandlerType.Finally)
            return !IsGenerated(handler.Start, handler.End);
        return handler.Kind != ExceptionHandlerType.Fault && !ReportsToBuilder(handler);
    }

    private bool IsGenerated(int start, int end) => body.Places.Known ? !body.Places.AnyVisible(start, end) : OnlyDisposes(start, end);

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

    // ldflda builder; ldloc exception; call SetException
    private bool ReportsToBuilder(Handler handler)
    {
        for (var i = handler.Start; i < handler.End; i++)
        {
            if (body.Code.CalleeOf(i).Name == "SetException"
                && body.Trace.Argument(i, 0) is >= 0 and var receiver
                && body.Code[receiver].OpCode.Code == Code.Ldflda)
                return true;
        }

        return false;
    }
}
