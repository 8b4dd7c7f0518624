using AsyncWeave.Analysis.Flow;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Tells whether an await's result is needed by the same await's operation on the next pass: paging, cursors.</summary>
internal static class LoopDependence
{
    private const int Longest = 64;

    public static bool FeedsItself(DescribedMethod facts, Suspension suspension)
    {
        if (suspension.OperationCall is not { } operation || suspension.GetAwaiter is not { } getAwaiter)
            return false;
        var body = facts.Body;
        var written = SlotsWrittenAfter(body, getAwaiter.Index);
        return written.Count > 0 && SlotsRead(body, operation.Index).Any(written.Contains);
    }

    // call GetAwaiter ... call GetResult; what the next instructions store comes from the result
    private static HashSet<int> SlotsWrittenAfter(BodyFacts body, int getAwaiter)
    {
        var result = getAwaiter;
        while (result < body.Code.Count && body.NameOfCalled(result) != "GetResult")
            result++;
        var written = new HashSet<int>();
        for (var i = result + 1; i < body.Code.Count && i < result + Longest; i++)
        {
            if (body.Code.Pushes(i) == 0 && body.Traced.SlotOf[i] >= 0 && StemsFrom(body, i, result, depth: 0))
                written.Add(body.Traced.SlotOf[i]);
        }

        return written;
    }

    private static bool StemsFrom(BodyFacts body, int instruction, int source, int depth)
    {
        if (depth > 6)
            return false;
        for (var operand = body.Code.Pops(instruction) - 1; operand >= 0; operand--)
        {
            if (body.Trace.Operand(instruction, operand) is >= 0 and var producer && producer < instruction
                && (producer == source || StemsFrom(body, producer, source, depth + 1)))
                return true;
        }

        return false;
    }

    private static IEnumerable<int> SlotsRead(BodyFacts body, int call)
    {
        for (var operand = body.Code.Pops(call) - 1; operand >= 0; operand--)
        {
            if (body.Trace.Operand(call, operand) is >= 0 and var producer && body.Traced.SlotOf[producer] is >= 0 and var slot)
                yield return slot;
        }
    }
}
