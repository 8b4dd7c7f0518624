using AsyncWeave.Model;

namespace AsyncWeave.Report.Tests.Text;

/// <summary>A method with a bit of everything that an explanation speaks of.</summary>
internal static class DrawnMethods
{
    public static MethodReport Checkout { get; } = Drawn.Method(Drawn.Struct(136,
        Live(Drawn.Field("order", FieldRole.Parameter, "Shop.Order", 0, 8), 0, 1, 2),
        Live(Drawn.Field("<>4__this", FieldRole.This, "Shop.Checkout", 8, 8), 0, 1) with { SourceName = null },
        Drawn.Field("legacyName", FieldRole.Parameter, "System.String", 16, 8) with { SavesBytes = 8 },
        Drawn.Field("<>t__builder", FieldRole.Builder, "System.Runtime.CompilerServices.AsyncTaskMethodBuilder", 24, 8,
            Drawn.Field("m_task", FieldRole.Other, "System.Threading.Tasks.Task", 0, 8)),
        Drawn.Field("<>1__state", FieldRole.State, "System.Int32", 32, 4) with { Padding = 4 },
        Live(Drawn.Field("<total>5__2", FieldRole.Local, "System.Decimal", 40, 16), 1, 2) with { SourceName = "total" },
        Live(Drawn.Field("<>7__wrap2", FieldRole.Spill, "System.Collections.Generic.List`1/Enumerator<Shop.Line>", 56, 24), 1) with { SourceName = null },
        Live(Drawn.Field("<quote>5__3", FieldRole.Local, "Shop.Quote", 80, 48), 2) with { SourceName = "quote" },
        Live(Drawn.Field("<>u__1", FieldRole.Awaiter, "System.Runtime.CompilerServices.TaskAwaiter", 128, 8,
            Drawn.Field("m_task", FieldRole.Other, "System.Threading.Tasks.Task", 0, 8)), 0, 1, 2))) with
    {
        Id = "M:Shop.Checkout.PayAsync(Shop.Order,System.String)",
        Name = "Shop.Checkout.PayAsync",
        DisplayName = "Checkout.PayAsync(Order, string)",
        ReturnType = "System.Threading.Tasks.Task",
        Awaits =
        [
            new(0, 14, 9, "System.Runtime.CompilerServices.TaskAwaiter", "Shop.Stock.ReserveAsync(Shop.Order,System.Threading.CancellationToken)", AwaitSyntax.Await, true, false, AwaitRegion.Body),
            new(1, 17, 13, "System.Runtime.CompilerServices.ConfiguredTaskAwaitable/ConfiguredTaskAwaiter", "Shop.Prices.QuoteAsync(Shop.Line)", AwaitSyntax.Await, false, true, AwaitRegion.Try),
            new(2, 21, 9, "Shop.BankAwaiter", null, AwaitSyntax.Await, null, false, AwaitRegion.Finally) { FlowsThroughOnCompleted = true },
        ],
        Allocations = new(
            AllocationBill.Nothing with { Note = "Task.CompletedTask is cached" },
            new([new("System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1/AsyncStateMachineBox`1<System.Threading.Tasks.VoidTaskResult,Shop.Checkout/<PayAsync>d__4>", 232, "the task, the captured context and the state machine in one object")]),
            AllocationBill.Nothing),
        Diagnostics =
        [
            new("AW2004", "M:Shop.Checkout.PayAsync(Shop.Order,System.String)", Severity.Suggestion, "await inside a loop: suspends once for each line", "src/Checkout.cs", 17, 13),
            new("AW2013", "M:Shop.Checkout.PayAsync(Shop.Order,System.String)", Severity.Suggestion, "parameter legacyName takes 8 B in the state machine though no value of it is needed after any await", "src/Checkout.cs", 12, 5, 8),
            new("AW2007", "M:Shop.Checkout.PayAsync(Shop.Order,System.String)", Severity.Warning, "silenced", "src/Checkout.cs", 12, 5, 0, Suppressed: true),
        ],
        Checklist =
        [
            new("Will it usually complete synchronously?", "Not known: it depends on what it awaits.", ChecklistVerdict.Unknown),
            new("Are awaits inside loops?", "Yes, one of three.", ChecklistVerdict.Concern),
        ],
    };

    private static StateMachineField Live(StateMachineField field, params int[] awaits) => field with { LiveAcross = awaits };
}
