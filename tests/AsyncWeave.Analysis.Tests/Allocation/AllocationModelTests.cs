using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Allocation;

[NonParallelizable]
public sealed class AllocationModelTests
{
    private static readonly Dictionary<bool, Lazy<Measurement>> Measurements = new()
    {
        [true] = new(() => Measurement.Of(FixtureOptions.Release)),
        [false] = new(() => Measurement.Of(FixtureOptions.Debug)),
    };

    private static IEnumerable<TestCaseData> Cases() => CasesOf(AllocationCases.All);

    // Task.Yield never completes synchronously.
    private static IEnumerable<TestCaseData> SynchronousCases() => CasesOf(AllocationCases.All.Where(@case => !@case.AlwaysSuspends));

    private static IEnumerable<TestCaseData> CasesOf(IEnumerable<AllocationCase> cases) =>
        from @case in cases
        from optimized in new[] { true, false }
        select new TestCaseData(@case, optimized);

    [TestCaseSource(nameof(Cases))]
    public void SuspendedCallCostsWhatWasPredicted(object named, bool optimized)
    {
        var @case = (AllocationCase)named;
        var measurement = Measurements[optimized].Value;
        var allocations = measurement.PredictedFor(@case);
        var atCall = allocations.Synchronous.Objects.Where(made => made.AtEveryCall).Sum(made => made.Bytes);
        var predicted = @case.Name == "NeverSuspends" ? allocations.Synchronous.Bytes : atCall + allocations.Suspension.Bytes;

        Assert.That(predicted, Is.EqualTo(measurement.Truth.Of(@case, suspended: true)), Describe(allocations));
    }

    [TestCaseSource(nameof(SynchronousCases))]
    public void SynchronousCallCostsWhatWasPredicted(object named, bool optimized)
    {
        var @case = (AllocationCase)named;
        var measurement = Measurements[optimized].Value;
        var allocations = measurement.PredictedFor(@case);

        Assert.That(allocations.Synchronous.Bytes, Is.EqualTo(measurement.Truth.Of(@case, suspended: false)), Describe(allocations));
    }

    private static string Describe(Allocations allocations) =>
        "synchronous: " + Describe(allocations.Synchronous) + "\nsuspension: " + Describe(allocations.Suspension);

    private static string Describe(AllocationBill bill) =>
        string.Join(", ", bill.Objects.Select(made => $"{made.Type} {made.Bytes}")) + (bill.Note is { } note ? $" ({note})" : "");

    private sealed record Measurement(MeasuredAllocations Truth, AssemblyReport Report)
    {
        public static Measurement Of(FixtureOptions options)
        {
            var fixture = AllocationFixture.Compile(options);
            return new Measurement(new MeasuredAllocations(fixture), AssemblyAnalyzer.Analyze(new AnalysisOptions(fixture.AssemblyPath)));
        }

        public Allocations PredictedFor(AllocationCase @case) =>
            Report.Methods.Single(method => method.Name == @case.Name + ".Run").Allocations!;
    }
}
