using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;

namespace AsyncWeave.Bench.Allocations;

/// <summary>Bytes are the same in every run, so that a few short ones do.</summary>
public sealed class AllocationConfig : ManualConfig
{
    public AllocationConfig()
    {
        AddJob(Job.ShortRun.WithWarmupCount(3).WithIterationCount(3));
        AddDiagnoser(new MemoryDiagnoser(new MemoryDiagnoserConfig(displayGenColumns: false)));
        AddColumn(new PredictedColumn());
    }
}
