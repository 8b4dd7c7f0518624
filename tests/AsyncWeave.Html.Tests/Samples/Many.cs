using AsyncWeave.Model;
using static AsyncWeave.Html.Tests.Samples.Reports;

namespace AsyncWeave.Html.Tests.Samples;

/// <summary>As many methods as asked for, of sizes and names spread as in real libraries; the same every time.</summary>
internal static class Many
{
    private static readonly string[] Areas = ["Http", "Storage", "Messaging", "Identity", "Search", "Billing", "Telemetry", "Scheduling"];
    private static readonly string[] Nouns = ["Client", "Session", "Pipeline", "Repository", "Dispatcher", "Channel", "Reader", "Cursor", "Broker", "Gateway", "Store", "Feed"];
    private static readonly string[] Verbs = ["Send", "Receive", "Flush", "Open", "Close", "Commit", "Fetch", "Publish", "Negotiate", "Retry", "Authenticate", "Enumerate"];
    private static readonly string[] Locals = ["request", "response", "buffer", "token", "options", "count", "stream", "result", "headers", "deadline", "attempt", "page"];

    public static AssemblyReport Methods(int count, string name = "Contoso.Platform")
    {
        var random = new Random(7);
        return Of(name, "net10.0", [.. Enumerable.Range(0, count).Select(i => One(random, i))]);
    }

    private static MethodReport One(Random random, int i)
    {
        var area = Areas[random.Next(Areas.Length)];
        var type = $"Contoso.Platform.{area}.{Nouns[random.Next(Nouns.Length)]}{Nouns[random.Next(Nouns.Length)]}{random.Next(8)}";
        var name = $"{type}.{Verbs[random.Next(Verbs.Length)]}{Locals[random.Next(Locals.Length)]}{i}Async";
        var awaits = Enumerable.Range(0, 1 + (int)(6 * Math.Pow(random.NextDouble(), 3)))
            .Select(a => Await(a, 40 + (a * 3), $"{type}.{Verbs[random.Next(Verbs.Length)]}Async(System.Threading.CancellationToken)", random.Next(3) > 0, random.Next(6) == 0)).ToArray();
        var machine = Machine.Of($"{type}/<{name.Split('.')[^1]}>d__{i % 40}").With(FieldRole.This, "<>4__this", type, 8, [0], sourceName: "this");
        for (var f = (int)(12 * Math.Pow(random.NextDouble(), 2)); f > 0; f--)
        {
            var local = Locals[random.Next(Locals.Length)];
            var live = awaits.Where(_ => random.Next(2) == 0).Select(a => a.Index).ToArray();
            var big = random.Next(9) == 0;
            machine.With(random.Next(3) == 0 ? FieldRole.Parameter : FieldRole.Local, $"<{local}>5__{f}", big ? "System.ReadOnlyMemory`1<System.Byte>" : "System.String", big ? 16 : 8, live, saves: big ? 16 : 8, sourceName: local,
                inside: big ? Machine.Inside(("_object", "System.Object", 8), ("_index", "System.Int32", 4), ("_length", "System.Int32", 4)) : null);
        }

        machine.With(FieldRole.State, "<>1__state", "System.Int32", 4, [0], padding: 4).WithBuilder()
            .With(FieldRole.Awaiter, "<>u__1", "System.Runtime.CompilerServices.TaskAwaiter", 8, [0], inside: Machine.Inside(("m_task", "System.Threading.Tasks.Task", 8)));
        var built = machine.Build();
        return Method(name, built, awaits) with
        {
            Token = FormattableString.Invariant($"0x06{i + 1:x6}"),
            Budget = new Budget(built.Size > 150 ? BudgetStatus.Fail : BudgetStatus.Pass, new Limits(150, null, null, null), "asyncweave.json"),
            Allocations = Suspending("System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1+AsyncStateMachineBox`1", built.Size + 72),
            Diagnostics = random.Next(5) == 0 ? [new Diagnostic("AW2004", null, Severity.Suggestion, "awaits in a loop: each turn may suspend", "src/" + area + ".cs", 40, 13)] : [],
        };
    }
}
