using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Allocation;

/// <summary>Figures that the runtime's authors published, and those of the runtimes that followed.</summary>
public sealed class PublishedFigures
{
    private const string Source = """
        using System; using System.Threading.Tasks;
        public class Worker
        {
            public static async Task DoWorkAsync() { await Task.Yield(); }
            public static async void Fire() { await Task.Yield(); }
            public static async Task<int> Number(Task first) { await first; return 42; }
            public static async Task<Guid> Key(Task first) { await first; return Guid.NewGuid(); }
        }
        public class StockPrices
        {
            private readonly System.Collections.Generic.Dictionary<string, decimal> prices = new();
            private Task InitializeMapIfNeededAsync() => Task.CompletedTask;
            public async Task<decimal> GetStockPriceFor(string companyId)
            {
                await InitializeMapIfNeededAsync();
                prices.TryGetValue(companyId, out var result);
                return result;
            }
        }
        """;

    private static readonly Lazy<Fixture> Compiled = new(() => Fixture.Compile(Source, new FixtureOptions { ReferenceDirectory = RuntimeRoot.NetFrameworkReferences() }));

    // The figures for .NET Framework and .NET Core 2.1: "Reduce allocation when async methods yield", dotnet/coreclr #13105.
    [TestCase("net472", Architecture.X64, "56 80 64 32", 232)]
    [TestCase("net481", Architecture.Arm64, "56 80 64 32", 232)]
    [TestCase("net462", Architecture.X86, "28 44 32 16", 120)]
    [TestCase("netcoreapp2.0", Architecture.X64, "56 80 64 32", 232)]
    [TestCase("netcoreapp2.1", Architecture.X64, "112 64", 176)]
    [TestCase("netcoreapp3.1", Architecture.X64, "112", 112)]
    [TestCase("net8.0", Architecture.X64, "96", 96)]
    [TestCase("net9.0", Architecture.Arm64, "96", 96)]
    [TestCase("net10.0", Architecture.X64, "96", 96)]
    [TestCase("net10.0", Architecture.X86, "52", 52)]
    public void OneYieldAllocates(string runtime, Architecture architecture, string objects, int bytes)
    {
        var suspension = Analyze(runtime, architecture, "Worker.DoWorkAsync").Allocations!.Suspension;

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', suspension.Objects.Select(made => made.Bytes)), Is.EqualTo(objects));
            Assert.That(suspension.Bytes, Is.EqualTo(bytes));
            Assert.That(suspension.Exact, Is.True);
        });
    }

    [TestCase("net472", 96)]
    [TestCase("netcoreapp2.1", 0)]
    [TestCase("net10.0", 0)]
    public void LaterSuspensionsInAnotherContextCost(string runtime, int bytes)
    {
        var allocations = Analyze(runtime, Architecture.X64, "Worker.DoWorkAsync").Allocations!;

        Assert.That(allocations.FurtherInOtherContext.Bytes, Is.EqualTo(bytes));
        Assert.That(allocations.PerFurtherSuspension.Bytes, Is.Zero);
    }

    // async void makes no task on .NET Framework: 16 + 32 + 8 + 8 (builder 32) = 64, Action 64, MoveNextRunner 32
    [TestCase("net472", "64 64 32")]
    [TestCase("net10.0", "104")]
    public void AsyncVoidAllocates(string runtime, string objects) =>
        Assert.That(string.Join(' ', Analyze(runtime, Architecture.X64, "Worker.Fire").Allocations!.Suspension.Objects.Select(made => made.Bytes)), Is.EqualTo(objects));

    // header 8, method table 8, Task's own fields 56, result
    [TestCase("Worker.Number", 80)]
    [TestCase("Worker.Key", 88)]
    public void TasksOfNetFrameworkWeigh(string method, int bytes) =>
        Assert.That(Analyze("net472", Architecture.X64, method).Allocations!.Synchronous.Bytes, Is.EqualTo(bytes));

    [Test]
    public void StockPricesIsLaidOutAsItsAuthorDrewIt()
    {
        var machine = Analyze("net472", Architecture.X64, "StockPrices.GetStockPriceFor").StateMachine!;

        Assert.That(machine.Size, Is.EqualTo(56));
        Assert.That(machine.Fields.Select(Draw), Is.EqualTo(new[]
        {
            "0-7 <>4__this",
            "8-15 companyId",
            "16-19 <>1__state",
            "24-47 <>t__builder { 0-7 m_task, 8-23 m_coreState { 0-7 m_stateMachine, 8-15 m_defaultContextAction } }",
            "48-55 <>u__1 { 0-7 m_task }",
        }));
    }

    [Test]
    public void StockPricesIsSmallerToday() =>
        // this 8, companyId 8, state 4 + 4, builder 8, awaiter 8
        Assert.That(Analyze("net10.0", Architecture.X64, "StockPrices.GetStockPriceFor").StateMachine!.Size, Is.EqualTo(40));

    private static string Draw(StateMachineField field)
    {
        var nested = field.Fields.Count == 0 ? "" : " { " + string.Join(", ", field.Fields.Select(Draw)) + " }";
        return $"{field.Offset}-{field.Offset + field.Size - 1} {field.Name}{nested}";
    }

    private static MethodReport Analyze(string runtime, Architecture architecture, string method) =>
        AssemblyAnalyzer.Analyze(new AnalysisOptions(Compiled.Value.AssemblyPath)
        {
            TargetRuntime = runtime,
            Architecture = architecture,
            Frameworks = FrameworkLocations.None,
        }).Methods.Single(candidate => candidate.Name == method);
}
