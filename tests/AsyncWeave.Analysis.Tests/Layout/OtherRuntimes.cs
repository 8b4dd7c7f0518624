using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Packs;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>Runtimes and architectures that do not run here: figures that crossgen2 gave for them, or that others have published.</summary>
public class OtherRuntimes
{
    private const string Source = """
        using System.Threading;
        using System.Threading.Tasks;
        public class StockPrices
        {
            public async Task<decimal> GetStockPriceFor(string companyId)
            {
                await InitializeMapIfNeeded();
                return companyId.Length + GetHashCode();
            }
            Task InitializeMapIfNeeded() => Task.CompletedTask;
        }
        public struct Holder
        {
            public System.Runtime.CompilerServices.AsyncTaskMethodBuilder Builder;
            public System.Runtime.CompilerServices.AsyncVoidMethodBuilder VoidBuilder;
            public System.Runtime.CompilerServices.TaskAwaiter Awaiter;
            public System.Runtime.CompilerServices.ConfiguredTaskAwaitable.ConfiguredTaskAwaiter Configured;
            public System.Runtime.CompilerServices.YieldAwaitable.YieldAwaiter Yield;
            public CancellationToken Token;
            public System.DateTime Date;
            public System.TimeSpan Span;
            public System.Guid Guid;
            public decimal Decimal;
            public System.DateTimeOffset Offset;
            public int? Nullable;
        }
        public struct ModernHolder
        {
            public System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder<object> ValueBuilder;
            public CancellationTokenRegistration Registration;
            public System.Memory<object> Memory;
            public System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore<object> Source;
            public System.Collections.Generic.List<object>.Enumerator Enumerator;
            public ValueTask Task;
            public ValueTask<object> TaskOfObject;
        }
        """;

    private static readonly Fixture Fixture = Fixture.Compile(Source);

    [TestCase("net10.0", Architecture.X64, "Holder", new[] { 8, 16, 8, 16, 1, 8, 8, 8, 16, 16, 16, 8 })]
    [TestCase("net8.0", Architecture.X86, "Holder", new[] { 4, 8, 4, 8, 1, 4, 8, 8, 16, 16, 12, 8 })]
    [TestCase("net472", Architecture.X64, "Holder", new[] { 24, 32, 8, 16, 1, 8, 8, 8, 16, 16, 16, 8 })]
    [TestCase("net10.0", Architecture.X64, "ModernHolder", new[] { 16, 16, 16, 48, 24, 16, 24 })]
    [TestCase("net8.0", Architecture.X86, "ModernHolder", new[] { 8, 12, 12, 24, 16, 8, 12 })]
    [TestCase("net9.0", Architecture.Arm64, "ModernHolder", new[] { 16, 16, 16, 48, 24, 16, 24 })]
    public void SizesOfTheBuildingBlocks(string framework, Architecture architecture, string holder, int[] sizes)
    {
        var layout = LayoutOf(framework, architecture, holder);

        Assert.That(layout.InexactBecause, Is.Null);
        Assert.That(layout.Fields.OrderBy(field => field.Token).Select(field => field.Size), Is.EqualTo(sizes));
    }

    [Test]
    public void RegistrationKeepsItsLongAtAMultipleOfEightOnArm()
    {
        var registration = LayoutOf("net8.0", Architecture.Arm, "ModernHolder").Fields.Single(field => field.Name == "Registration");

        Assert.That(registration.Size, Is.EqualTo(16)); // _node 4 + 4 padding + _id 8
    }

    [Test]
    public void StockPriceOnTheFrameworkIsAsPublished()
    {
        var layout = LayoutOf("net472", Architecture.X64, "StockPrices/<GetStockPriceFor>d__0");

        Assert.That(layout.Size, Is.EqualTo(56));
        Assert.That(layout.Fields.Select(field => (field.Name, field.Offset, field.Size)), Is.EqualTo(new[]
        {
            ("<>4__this", 0, 8), ("companyId", 8, 8), ("<>1__state", 16, 4), ("<>t__builder", 24, 24), ("<>u__1", 48, 8),
        }));
        var builder = layout.Fields[3].Nested!;
        Assert.That(builder.Fields.Select(field => (field.Name, field.Offset, field.Size)), Is.EqualTo(new[] { ("m_task", 0, 8), ("m_coreState", 8, 16) }));
        Assert.That(builder.Fields[1].Nested!.Fields.Select(field => (field.Name, field.Offset, field.Size)),
            Is.EqualTo(new[] { ("m_stateMachine", 0, 8), ("m_defaultContextAction", 8, 8) }));
    }

    [Test]
    public void StockPriceOnTodaysRuntimeIsSmallerByWhatTheBuilderLost()
    {
        // this 8 + companyId 8 + state 4 + 4 padding + builder 8 + awaiter 8 = 40; the Framework's builder has 24
        Assert.That(LayoutOf("net10.0", Architecture.X64, "StockPrices/<GetStockPriceFor>d__0").Size, Is.EqualTo(40));
    }

    private static TypeLayout LayoutOf(string framework, Architecture architecture, string type)
    {
        using var session = new ResolverSession((moniker, assembly) => LayoutPack.For(moniker)?.Open(assembly));
        using var resolver = session.For(
            new AnalysisOptions(Fixture.AssemblyPath) { Frameworks = FrameworkLocations.None },
            RuntimeMoniker.For(framework, architecture));
        var rows = resolver.Find(Fixture.Name)!.Rows;
        var names = type.Split('/');
        var outermost = rows.TopLevelType("", names[0]);
        return new LayoutEngine(resolver).Of(new RowType(rows, names[1..].Aggregate(outermost, rows.NestedType)));
    }
}
