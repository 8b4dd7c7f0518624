using BenchmarkDotNet.Attributes;

namespace AsyncWeave.Bench.Speed;

[MemoryDiagnoser]
[ShortRunJob]
public class SpeedBenchmarks
{
    [Params(false, true)]
    public bool WholeFramework { get; set; }

    private Workload Work => WholeFramework ? Workload.SharedFramework : Workload.Generated;

    [Benchmark(Baseline = true)]
    public int BareMetadata() => Floor.Run(Work);

    [Benchmark]
    public int LayoutsAndAwaits() => Scan.Run(Work, rules: false);

    [Benchmark]
    public int Everything() => Scan.Run(Work, rules: true);

    [Benchmark]
    public int CecilNaively() => NaiveCecil.Run(Work);
}
