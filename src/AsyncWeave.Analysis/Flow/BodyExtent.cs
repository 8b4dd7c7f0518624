using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>How far a body reaches that nothing behind it marks the end of: compilers lay it out in one piece, so as far as it runs on without a gap.</summary>
internal sealed class BodyExtent
{
    private readonly BodyCode code;
    private readonly int[] resumeBehind; // one more than the instruction; 0 where the body does not leave
    private readonly Adjacency entered; // by instruction, where an exception in the try that starts there goes on
    private readonly int[] reachedIn;
    private readonly Stack<int> ahead = new();
    private int search;
    private long stepsLeft;

    public BodyExtent(BodyCode code, List<Cut> cuts, TraceBuffers buffers)
    {
        this.code = code;
        stepsLeft = 1_000_000 + 50L * code.Count;
        resumeBehind = buffers.Zeros(code.Count);
        foreach (var cut in cuts)
            resumeBehind[cut.Leave] = cut.Resume + 1;
        entered = Entered(code, buffers);
        reachedIn = buffers.Zeros(code.Count + 1);
    }

    /// <summary>The index behind the body's last instruction.</summary>
    /// <param name="stop">Index at which the body has ended; -1 where it has no such place.</param>
    public int End(int start, int stop)
    {
        Search(start, stop);
        var end = start;
        while (reachedIn[end] == search)
            end++;
        return end;
    }

    /// <summary>Whether the body that starts at one instruction can run on to another.</summary>
    public bool Reaches(int start, int instruction)
    {
        Search(start, -1);
        return reachedIn[instruction] == search;
    }

    private void Search(int start, int stop)
    {
        search++;
        ahead.Push(start);
        while (ahead.Count > 0)
            Run(ahead.Pop(), start, stop);
    }

    private void Run(int at, int start, int stop)
    {
        while (at >= start && at < code.Count && at != stop && reachedIn[at] != search)
        {
            reachedIn[at] = search;
            if (stepsLeft-- < 0)
                throw new UnknownShapeException(code.Name, code.Offset(at), "a handler's body has no end");
            foreach (var handler in entered.Of(at))
                ahead.Push(handler);
            if (resumeBehind[at] > 0 && resumeBehind[at] - 1 is var resume && resume != at + 1) // runtime-async code runs on where it suspends
            {
                ahead.Push(resume);
                MarkToExit(at + 1);
                return;
            }

            switch (code.Flow(at))
            {
                case FlowControl.Branch:
                    at = code.Target(at);
                    continue;
                case FlowControl.Return when code.Op(at) == Code.Endfilter:
                    break;
                case FlowControl.Return or FlowControl.Throw:
                    return;
                case FlowControl.Cond_Branch:
                    foreach (var target in code.Targets(at))
                        ahead.Push(target);
                    break;
            }

            at++;
        }
    }

    private static Adjacency Entered(BodyCode code, TraceBuffers buffers)
    {
        var count = code.Handlers.Length;
        var (tries, entries) = (buffers.Any(count), buffers.Any(count));
        foreach (var handler in code.Handlers)
            (tries[handler.Index], entries[handler.Index]) = (handler.TryStart, handler.FilterStart >= 0 ? handler.FilterStart : handler.Start);
        return new Adjacency(code.Count, tries, entries, count, buffers);
    }

    // The instructions that leave the body belong to it by layout.
    private void MarkToExit(int at)
    {
        for (; at < code.Count && reachedIn[at] != search; at++)
        {
            reachedIn[at] = search;
            if (code.Flow(at) is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
                return;
        }
    }
}
