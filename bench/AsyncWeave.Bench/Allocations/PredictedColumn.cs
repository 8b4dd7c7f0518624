using System.Globalization;
using System.Reflection;
using AsyncWeave.Analysis;
using AsyncWeave.Model;
using Summary = BenchmarkDotNet.Reports.Summary;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace AsyncWeave.Bench.Allocations;

/// <summary>What AsyncWeave says of this very assembly, beside what the runs allocated.</summary>
public sealed class PredictedColumn : IColumn
{
    private static readonly Lazy<IReadOnlyList<MethodReport>> Methods = new(() =>
        AssemblyAnalyzer.Analyze(new AnalysisOptions(typeof(PredictedColumn).Assembly.Location) { RunRules = false }).Methods);

    public string Id => nameof(PredictedColumn);

    public string ColumnName => "Predicted";

    public string Legend => "Heap bytes of one run, from AsyncWeave's analysis of the benchmark assembly";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Size;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        PredictedBytes(benchmarkCase.Descriptor.WorkloadMethod).ToString(CultureInfo.InvariantCulture) + " B";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    /// <summary>Heap bytes of one run.</summary>
    public static int PredictedBytes(MethodInfo benchmark) =>
        benchmark.GetCustomAttributes<PredictsAttribute>().Sum(part => (part.Times * BytesOf(part)) + part.Besides);

    private static int BytesOf(PredictsAttribute part)
    {
        if (part.Method.Length == 0)
            return 0;
        var allocations = Methods.Value.Single(method => method.Name.EndsWith("." + part.Method, StringComparison.Ordinal)).Allocations!;
        var call = part.Suspends
            ? allocations.Synchronous.Objects.Where(made => made.AtEveryCall).Sum(made => made.Bytes) + allocations.Suspension.Bytes
            : allocations.Synchronous.Bytes;
        return call + (part.Creates ? allocations.Creation.Bytes : 0);
    }
}
