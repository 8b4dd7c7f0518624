using AsyncWeave.Model;

namespace AsyncWeave.Report.Tests.Text;

/// <summary>Model records written by hand, as small as a drawing needs them.</summary>
internal static class Drawn
{
    public static readonly RuntimeInfo Net10 = new("net10.0", "x64", 8, "installed");

    public static StateMachineField Field(string name, FieldRole role, string type, int offset, int size, params StateMachineField[] nested) =>
        new(name, "0x04000001", role, role is FieldRole.Local or FieldRole.Parameter ? name : null, type, offset, size, 0, [], null, null, 0, nested);

    public static StateMachine Struct(int size, params StateMachineField[] fields) =>
        new("0x02000003", "Shop.StockPrices/<GetStockPriceFor>d__1", true, size, 8, fields.Sum(f => f.Padding), true, true, null, null, fields);

    public static MethodReport Method(StateMachine? machine) => new(
        "M:Shop.StockPrices.GetStockPriceFor(System.String)", "Shop.StockPrices.GetStockPriceFor", "StockPrices.GetStockPriceFor(string)",
        machine is null ? MethodKind.RuntimeAsync : MethodKind.Async, MethodForm.Method, null, "0x06000002",
        "System.Threading.Tasks.Task`1<System.Decimal>", "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1",
        new SourceSpan("src/StockPrices.cs", 12, 5, 19), machine, null, [], null, Budget.None, []);

    /// <summary>Seed of the drawing: a method of a class with one string parameter and one awaited Task, on .NET Framework.</summary>
    public static StateMachine GetStockPriceFor { get; } = Struct(56,
        Field("<>4__this", FieldRole.This, "Shop.StockPrices", 0, 8),
        Field("companyId", FieldRole.Parameter, "System.String", 8, 8),
        Field("<>1__state", FieldRole.State, "System.Int32", 16, 4) with { Padding = 4 },
        Field("<>t__builder", FieldRole.Builder, "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1<System.Decimal>", 24, 24,
            Field("m_task", FieldRole.Other, "System.Threading.Tasks.Task`1<System.Decimal>", 0, 8),
            Field("m_coreState", FieldRole.Other, "System.Runtime.CompilerServices.AsyncMethodBuilderCore", 8, 16,
                Field("m_stateMachine", FieldRole.Other, "System.Runtime.CompilerServices.IAsyncStateMachine", 0, 8),
                Field("m_defaultContextAction", FieldRole.Other, "System.Action", 8, 8))),
        Field("<>u__1", FieldRole.Awaiter, "System.Runtime.CompilerServices.TaskAwaiter", 48, 8,
            Field("m_task", FieldRole.Other, "System.Threading.Tasks.Task", 0, 8)));
}
