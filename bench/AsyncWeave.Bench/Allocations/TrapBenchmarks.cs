using BenchmarkDotNet.Attributes;

namespace AsyncWeave.Bench.Allocations;

[Config(typeof(AllocationConfig))]
public class TrapBenchmarks
{
    [Benchmark]
    [Predicts("Traps.RedundantWrapper", Suspends = true)]
    [Predicts("Traps.Work", Suspends = true)]
    public void RedundantWrapperBefore() => Completion.Of(Traps.RedundantWrapper());

    [Benchmark]
    [Predicts("Traps.Work", Suspends = true)]
    public void RedundantWrapperAfter() => Completion.Of(Traps.WithoutWrapper());

    [Benchmark]
    [Predicts("Traps.AwaitInLoop", Suspends = true)]
    [Predicts("Traps.Load", Suspends = true, Times = Traps.Items)]
    public void AwaitInLoopBefore() => Completion.Of(Traps.AwaitInLoop());

    // Task.WhenAll's own objects and the array of tasks come on top of the methods'.
    [Benchmark]
    [Predicts("Traps.WhenAll", Suspends = true)]
    [Predicts("Traps.Load", Suspends = true, Times = Traps.Items)]
    public void AwaitInLoopAfter() => Completion.Of(Traps.WhenAll());

    [Benchmark]
    [Predicts("Traps.CapturingLambda", Suspends = true)]
    [Predicts("Traps.CapturingLambda.<lambda 1>", Suspends = true, Creates = true)]
    [Predicts("Traps.Load", Suspends = true)]
    public void AsyncLambdaBefore() => Completion.Of(Traps.CapturingLambda(1));

    [Benchmark]
    [Predicts("Traps.MethodGroup", Suspends = true)]
    [Predicts("Traps.Load", Suspends = true)]
    public void AsyncLambdaAfter() => Completion.Of(Traps.MethodGroup());

    // Task.Run's own objects, 144 bytes, come on top of the methods'.
    [Benchmark]
    [Predicts("Traps.TaskRunAroundLambda", Suspends = true)]
    [Predicts("Traps.TaskRunAroundLambda.<lambda 1>", Suspends = true)]
    [Predicts("Traps.Work", Suspends = true)]
    public void TaskRunBefore() => Completion.Of(Traps.TaskRunAroundLambda());

    [Benchmark]
    [Predicts("Traps.TaskRunOfMethodGroup", Suspends = true)]
    [Predicts("Traps.Work", Suspends = true)]
    public void TaskRunAfter() => Completion.Of(Traps.TaskRunOfMethodGroup());

    // The buffer itself: 24 + 256.
    [Benchmark]
    [Predicts("Traps.HoistedBuffer", Suspends = true, Besides = 280)]
    public int HoistedBufferBefore() => Completion.Of(Traps.HoistedBuffer());

    [Benchmark]
    [Predicts("Traps.BufferOfOneSegment", Suspends = true)]
    public int HoistedBufferAfter() => Completion.Of(Traps.BufferOfOneSegment());
}
