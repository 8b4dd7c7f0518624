using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>Where does its continuation run? Said once where every await says the same, otherwise group by group.</summary>
internal static class ResumptionText
{
    public static IEnumerable<TextLine> Write(MethodReport method, TextOptions options)
    {
        if (method.AwaitCount == 0)
            yield break;
        yield return TextLine.Of("Where does it resume?", TextStyle.Heading);
        var groups = method.Awaits.GroupBy(a => a.CapturesContext).OrderBy(group => group.First().Index).ToList();
        foreach (var group in groups)
        {
            var which = groups.Count == 1 ? "After every await " : $"After {Numbers([.. group.Select(a => a.Index)])} ";
            foreach (var line in Prose.Wrap(new TextSpan("  "), which + Where(group.Key), options))
                yield return line;
        }

        var flowing = method.Awaits.Where(a => a.FlowsThroughOnCompleted).Select(a => a.Index).ToList();
        if (flowing.Count == 0)
            yield break;
        foreach (var line in Prose.Wrap(new TextSpan("  "), $"After {Numbers(flowing)} the awaiter itself flows the ExecutionContext: it has no UnsafeOnCompleted.", options))
            yield return line;
    }

    private static string Where(bool? captures) => captures switch
    {
        true => "on the context it came from, if there is one (a SynchronizationContext or a TaskScheduler); otherwise on the thread that completes the operation, as a rule one of the pool.",
        false => "on whatever thread completes the operation: the context is not captured.",
        null => "wherever its custom awaiter decides.",
    };

    /// <summary><c>#0</c>, <c>#0 to #3</c>, <c>#0, #2 and #5</c>.</summary>
    private static string Numbers(IReadOnlyList<int> indices)
    {
        var runs = IndexRuns.Of(indices).Select(run => run.First == run.Last ? $"#{Figures.Number(run.First)}" : $"#{Figures.Number(run.First)} to #{Figures.Number(run.Last)}").ToList();
        return runs.Count == 1 ? runs[0] : string.Join(", ", runs.Take(runs.Count - 1)) + " and " + runs[runs.Count - 1];
    }
}
