using BenchmarkDotNet.Attributes;

namespace AsyncWeave.Bench.Allocations;

[Config(typeof(AllocationConfig))]
public class YieldBenchmarks
{
    // Task.FromResult(42) makes a Task<int> of 72 bytes; there is no async method to predict.
    [Benchmark]
    [Predicts("", Besides = 72)]
    public int TestFromResult() => Completion.Of(Yields.FromResult());

    [Benchmark]
    [Predicts("Yields.Sync")]
    public int TestSync() => Completion.Of(Yields.Sync());

    [Benchmark]
    [Predicts("Yields.Once", Suspends = true)]
    public int TestAsyncOnce() => Completion.Of(Yields.Once());

    [Benchmark]
    [Predicts("Yields.Twice", Suspends = true)]
    public int TestAsyncTwice() => Completion.Of(Yields.Twice());

    [Benchmark]
    [Predicts("Yields.Thrice", Suspends = true)]
    public int TestAsyncThrice() => Completion.Of(Yields.Thrice());

    [Benchmark]
    public int TestValueTaskFromResult() => Completion.Of(Yields.FromResultValue());

    [Benchmark]
    [Predicts("Yields.SyncValue")]
    public int TestValueTaskSync() => Completion.Of(Yields.SyncValue());

    [Benchmark]
    [Predicts("Yields.OnceValue", Suspends = true)]
    public int TestValueTaskOnce() => Completion.Of(Yields.OnceValue());

    [Benchmark]
    [Predicts("Yields.TwiceValue", Suspends = true)]
    public int TestValueTaskTwice() => Completion.Of(Yields.TwiceValue());

    [Benchmark]
    [Predicts("Yields.ThriceValue", Suspends = true)]
    public int TestValueTaskThrice() => Completion.Of(Yields.ThriceValue());
}
