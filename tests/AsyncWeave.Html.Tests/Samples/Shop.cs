using AsyncWeave.Model;
using static AsyncWeave.Html.Tests.Samples.Reports;

namespace AsyncWeave.Html.Tests.Samples;

/// <summary>A small report with one of everything that the page can show.</summary>
internal static class Shop
{
    public const string SubmitId = "M:Shop.Orders.SubmitAsync(System.Int32)";

    public static AssemblyReport Report(string framework = "net10.0") => Of("Shop", framework, [.. Methods(framework)],
    [
        new Diagnostic("AW2007", "M:Shop.Startup.Run", Severity.Suggestion, "blocks on Task<int>.Result, which is not known to be complete", "src/Startup.cs", 12, 5),
    ]) with
    {
        Configuration =
        [
            new EffectiveSetting("maxStateMachineSize", "256", "asyncweave.json(3,5)"),
            new EffectiveSetting("maxAwaitCount", "10", "AsyncWeaveMaxAwaitCount"),
            new EffectiveSetting("enforce", "auto", "default"),
        ],
    };

    private static IEnumerable<MethodReport> Methods(string framework)
    {
        yield return Submit(framework);
        yield return Method("Shop.Catalog.FindAsync", Small("Shop.Catalog/<FindAsync>d__2"), [Await(0, 20, "Shop.Store.LoadAsync(System.String)", captures: false)]) with
        {
            Budget = new Budget(BudgetStatus.Pass, new Limits(256, 10, null, null), "asyncweave.json") { Baseline = new BaselineRow(40, 1, 1, 120) },
            Allocations = Suspending("System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1+AsyncStateMachineBox`1", 112),
        };
        yield return Method("Shop.Catalog.ReadAllAsync", Machine.Of("Shop.Catalog/<ReadAllAsync>d__3")
            .With(FieldRole.Current, "<>2__current", "Shop.Item", 8, [0, 1]).With(FieldRole.State, "<>1__state", "System.Int32", 4, [0, 1]).With(FieldRole.InitialThreadId, "<>l__initialThreadId", "System.Int32", 4, [])
            .With(FieldRole.Builder, "<>t__builder", "System.Runtime.CompilerServices.AsyncIteratorMethodBuilder", 8, [0, 1]).With(FieldRole.DisposeMode, "<>w__disposeMode", "System.Boolean", 1, [0, 1], padding: 7)
            .With(FieldRole.CombinedTokens, "<>x__combinedTokens", "System.Threading.CancellationTokenSource", 8, [0, 1]).Build(isValueType: false),
            [Await(0, 31, "Shop.Store.PageAsync(System.Int32)", inLoop: true, syntax: AwaitSyntax.AwaitForeach), Await(1, 31, "Shop.Pages.DisposeAsync", region: AwaitRegion.Finally, syntax: AwaitSyntax.AwaitUsing)]) with
        {
            Kind = MethodKind.AsyncIterator,
        };
        yield return Method("Shop.Payments.Gateway.ChargeAsync", Machine.Of("Shop.Payments.Gateway/<ChargeAsync>d__1")
            .With(FieldRole.State, "<>1__state", "System.Int32", 4, [0], padding: 4).WithBuilder().With(FieldRole.Parameter, "amount", "Vendor.Money", 16, [0], sourceName: "amount").Build(exact: false, because: "Vendor.Money from Vendor, Version=2.0.0.0"),
            [Await(0, 77, "Vendor.Client.ChargeAsync(Vendor.Money)")]);
        yield return Method("Shop.Cache.GetAsync", Small("Shop.Cache`1/<GetAsync>d__4", assumes: "reference type arguments"), [Await(0, 15, "Shop.Cache`1.FetchAsync")]);
        yield return Method("Shop.Jobs.NightlyAsync", null, [Await(0, 9, "System.Threading.Tasks.Task.Delay(System.Int32)")]) with
        {
            Kind = MethodKind.RuntimeAsync,
            Continuation = new Continuation(72, false, "every local that is live across an await is kept") { Slots = [new ContinuationSlot("day", "System.DateTime", 8, [0])] },
        };
    }

    private static StateMachine Small(string type, string? assumes = null) => Machine.Of(type)
        .With(FieldRole.This, "<>4__this", "Shop.Catalog", 8, [0], sourceName: "this").With(FieldRole.State, "<>1__state", "System.Int32", 4, [0], padding: 4)
        .WithBuilder().With(FieldRole.Awaiter, "<>u__1", "System.Runtime.CompilerServices.TaskAwaiter", 8, [0], inside: Machine.Inside(("m_task", "System.Threading.Tasks.Task", 8))).Build(assumes: assumes);

    private static MethodReport Submit(string framework)
    {
        var machine = Machine.Of("Shop.Orders/<SubmitAsync>d__3")
            .With(FieldRole.This, "<>4__this", "Shop.Orders", 8, [0, 1, 2], sourceName: "this")
            .With(FieldRole.Parameter, "id", "System.String", 8, [], saves: 8, sourceName: "id")
            .With(FieldRole.Local, "<buffer>5__2", "System.Byte[]", 8, [1, 2], sourceName: "buffer")
            .With(FieldRole.State, "<>1__state", "System.Int32", 4, [0, 1, 2])
            .With(FieldRole.Local, "<retry>5__3", "System.Boolean", 1, [2], padding: 3, sourceName: "retry")
            .WithBuilder()
            .With(FieldRole.Local, "<order>5__4", "Shop.Order", framework == "net8.0" ? 112 : 120, [0, 1], saves: 120, sourceName: "order", inside: Machine.Inside(
                ("Customer", "System.String", 8), ("Lines", "System.Collections.Generic.List`1<Shop.Line>", 8), ("Id", "System.Guid", 16), ("Placed", "System.DateTimeOffset", 16), ("Total", "System.Decimal", 16), ("Address", "Shop.Address", 48)))
            .With(FieldRole.Local, "<quote>5__5", "Shop.Quote", 64, [1], saves: 64, sourceName: "quote")
            .With(FieldRole.Spill, "<>7__wrap5", "System.Object", 8, [2])
            .With(FieldRole.Awaiter, "<>u__1", "System.Runtime.CompilerServices.TaskAwaiter`1<Shop.Quote>", 8, [0], inside: Machine.Inside(("m_task", "System.Threading.Tasks.Task`1<Shop.Quote>", 8)))
            .With(FieldRole.Awaiter, "<>u__2", "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1+ConfiguredValueTaskAwaiter<System.Int32>", 24, [1, 2], padding: 0, inside: Machine.Inside(("_obj", "System.Object", 8), ("_result", "System.Int32", 4), ("_token", "System.Int16", 2), ("_continueOnCapturedContext", "System.Boolean", 1)))
            .Build();
        return Method("Shop.Orders.SubmitAsync", machine,
        [
            Await(0, 44, "Shop.Pricing.QuoteAsync(Shop.Order)"),
            Await(1, 49, "System.IO.Stream.ReadAsync(System.Memory`1<System.Byte>,System.Threading.CancellationToken)", captures: false, inLoop: true, region: AwaitRegion.Try),
            Await(2, 57, "Shop.Audit.WriteAsync(System.Exception)", captures: false, region: AwaitRegion.Catch),
        ]) with
        {
            Allocations = new Allocations(
                new AllocationBill([new AllocatedObject("System.Threading.Tasks.Task`1<System.Int32>", 72, "a result the runtime does not cache")]) { Note = "0 when the result is one the runtime caches: −1 to 8" },
                new AllocationBill([new AllocatedObject("System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1+AsyncStateMachineBox`1<System.Int32>", 344, "carries the state machine and is the task"), new AllocatedObject("System.Action", 64, "the continuation")]),
                AllocationBill.Nothing),
            Budget = new Budget(BudgetStatus.Fail, new Limits(256, 10, 12, 400), "asyncweave.json") { Baseline = new BaselineRow(232, 3, 5, 320) },
            Diagnostics =
            [
                new Diagnostic("AW1001", SubmitId, Severity.Error, "state machine is 264 B, 8 B over its budget of 256 B; largest: order 120 B, quote 64 B", "src/Orders.cs", 42, 9),
                new Diagnostic("AW2013", SubmitId, Severity.Suggestion, "parameter id takes room in the state machine though no value of it is needed after any await", "src/Orders.cs", 42, 9, 8),
                new Diagnostic("AW2010", SubmitId, Severity.Suggestion, "order, a value of 120 B, is held across two awaits; hold what is needed of it, or a reference", "src/Orders.cs", 44, 13, 112),
                new Diagnostic("AW2009", SubmitId, Severity.None, "QuoteAsync is awaited without ConfigureAwait(false)", "src/Orders.cs", 44, 13),
                new Diagnostic("AW2004", SubmitId, Severity.Suggestion, "awaits in a loop: each turn may suspend", "src/Orders.cs", 49, 17, 0, true) { Justification = "ordered on purpose" },
            ],
            Checklist =
            [
                new ChecklistAnswer("Does it complete synchronously?", "Sometimes; then it allocates a Task<int> of 72 B", ChecklistVerdict.Note),
                new ChecklistAnswer("Is the context captured?", "By 1 of 3 awaits", ChecklistVerdict.Concern),
                new ChecklistAnswer("Is every await reachable?", "Yes", ChecklistVerdict.Good),
                new ChecklistAnswer("Is it called in a hot path?", "Not known from the assembly", ChecklistVerdict.Unknown),
            ],
        };
    }
}
