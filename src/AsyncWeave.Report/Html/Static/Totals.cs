using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

internal static class Totals
{
    public static Markup Of(ReportSet set, IReadOnlyList<PlacedMethod> methods)
    {
        var machines = methods.Select(m => m.Method.StateMachine).OfType<StateMachine>().ToList();
        var exact = machines.All(m => m.Exact);
        var bills = methods.Select(m => m.Method.Allocations?.Suspension).OfType<AllocationBill>().ToList();
        var runtimeAsync = methods.Count(m => m.Method.Kind == MethodKind.RuntimeAsync);
        return Markup.Of($"""
            <dl class="tiles" aria-label="Totals">
            {Tile(Figures.Number(methods.Count), methods.Count == 1 ? "method" : "methods", runtimeAsync > 0 ? Figures.Number(runtimeAsync) + " of them runtime-async" : Kinds(methods))}
            {Tile(Figures.Bytes(machines.Sum(m => (long)m.Size), exact), "in state machines", Average(machines))}
            {Tile(Figures.Bytes(machines.Select(m => m.Size).DefaultIfEmpty(0).Max(), exact), "the largest", Figures.Bytes(Median(machines)) + " the median")}
            {Tile(Figures.Number(methods.Sum(m => (long)m.Method.AwaitCount)), "awaits", InLoops(methods.Count(m => m.Method.Awaits.Any(a => a.InLoop))))}
            {Tile(Figures.Bytes(bills.Sum(b => (long)b.Bytes), bills.All(b => b.Exact)), "if all suspend", "heap, at the first suspension")}
            {Tile(Figures.Bytes(machines.Sum(m => (long)m.Padding), exact), "of padding", Share(machines))}
            </dl>
            """);
    }

    private static Markup Tile(string figure, string label, string detail) =>
        Markup.Of($"<div><dt>{label}</dt><dd>{figure}</dd><dd class=\"detail\">{detail}</dd></div>");

    private static string InLoops(int methods) => Figures.Number(methods) + (methods == 1 ? " method awaits in a loop" : " methods await in a loop");

    private static string Kinds(IReadOnlyList<PlacedMethod> methods)
    {
        var iterators = methods.Count(m => m.Method.Kind is MethodKind.Iterator or MethodKind.AsyncIterator);
        return iterators == 0 ? "all async" : Figures.Number(iterators) + " of them iterators";
    }

    private static string Average(List<StateMachine> machines) =>
        machines.Count == 0 ? "none measured" : Figures.Bytes(machines.Sum(m => (long)m.Size) / machines.Count) + " on average";

    private static long Median(List<StateMachine> machines) =>
        machines.Count == 0 ? 0 : machines.Select(m => m.Size).OrderBy(s => s).ElementAt(machines.Count / 2);

    private static string Share(List<StateMachine> machines)
    {
        var total = machines.Sum(m => (long)m.Size);
        return total == 0 ? "" : Figures.Number(machines.Sum(m => (long)m.Padding) * 100 / total) + " % of all bytes, at any depth";
    }
}
