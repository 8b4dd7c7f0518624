using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Allocation;

/// <summary>The cases as one assembly: each is a class with the method and a driver that measures one call of it.</summary>
internal static class AllocationFixture
{
    public static Fixture Compile(FixtureOptions options) =>
        Fixture.Compile(Usings + string.Concat(AllocationCases.All.Select(Class)) + Support, options);

    private static string Class(AllocationCase @case)
    {
        var isVoid = @case.Returns == "void";
        return $$"""
            public static class {{@case.Name}}
            {
                {{@case.Attributes}}
                public static async {{@case.Returns}} Run{{@case.TypeParameters}}(Gate gate)
                {
                    {{@case.Await}}
                    {{(@case.Result == "" ? "" : $"return {@case.Result};")}}
                }

                public static long Measure(Gate gate)
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    {{(isVoid ? "" : "var made = ")}}{{@case.Call}};
                    var after = GC.GetAllocatedBytesForCurrentThread();
                    {{(isVoid ? "" : "Keeper.Take(made);")}}
                    return after - before;
                }
            }

            """;
    }

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using System.Threading.Tasks.Sources;
        #pragma warning disable CS1998

        """;

    private const string Support = """
        public static class Keep<T> { public static T? Last; }
        public static class Keeper { public static void Take<T>(T value) => Keep<T>.Last = value; }

        public struct ThreeBytes { public byte A, B, C; }
        public struct Forty { public long A, B, C, D; public string E; }
        public struct Nothing;
        public enum Small : byte { None, Some }

        public static class Values
        {
            public static readonly Guid Guid = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
            public static readonly DateTimeOffset Moment = new(2001, 2, 3, 4, 5, 6, TimeSpan.FromHours(1));
            public static readonly ThreeBytes Three = new() { A = 1, B = 2, C = 3 };
            public static readonly Forty Forty = new() { A = 1, E = "e" };
        }

        /// What the methods await: open (everything is complete) or shut (nothing is until Open).
        public sealed class Gate : IValueTaskSource
        {
            public static readonly Task Done = System.Threading.Tasks.Task.CompletedTask;
            private readonly TaskCompletionSource<int> source = new();
            private readonly List<Action> waiting = new(8);
            private Action<object?>? sourceContinuation;
            private object? sourceState;

            public bool IsOpen { get; private set; }
            public bool Yes => true;
            public string Text = "text";
            public Task Task => source.Task;
            public Task<int> TaskOfInt => source.Task;
            public ValueTask ValueTask => new(source.Task);
            public ValueTask<int> ValueTaskOfInt => new(source.Task);
            public ValueTask Source => new(this, 0);
            public CriticalStruct CriticalStruct => new(this);
            public SimpleStruct SimpleStruct => new(this);
            public CriticalClass CriticalClass { get; }
            public SimpleClass SimpleClass { get; }
            public GenericStruct<Guid> GenericStruct => new(this);
            public Disposable Disposable { get; } = new();

            public Gate() { CriticalClass = new(this); SimpleClass = new(this); }

            public void Open()
            {
                IsOpen = true;
                source.SetResult(1);
                foreach (var continuation in waiting) continuation();
                sourceContinuation?.Invoke(sourceState);
            }

            public void Wait(Action continuation) => waiting.Add(continuation);
            public void Use() { }
            public void Use<T>(T value) { }
            public void Use<T, U>(T value, U other) { }

            ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => IsOpen ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Pending;
            void IValueTaskSource.GetResult(short token) { }
            void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
            {
                sourceContinuation = continuation;
                sourceState = state;
            }
        }

        public sealed class Disposable : IAsyncDisposable { public ValueTask DisposeAsync() => default; }

        public readonly struct CriticalStruct(Gate gate) : ICriticalNotifyCompletion
        {
            public CriticalStruct GetAwaiter() => this;
            public bool IsCompleted => gate.IsOpen;
            public void GetResult() { }
            public void OnCompleted(Action continuation) => gate.Wait(continuation);
            public void UnsafeOnCompleted(Action continuation) => gate.Wait(continuation);
        }

        public readonly struct SimpleStruct(Gate gate) : INotifyCompletion
        {
            public SimpleStruct GetAwaiter() => this;
            public bool IsCompleted => gate.IsOpen;
            public void GetResult() { }
            public void OnCompleted(Action continuation) => gate.Wait(continuation);
        }

        public sealed class CriticalClass(Gate gate) : ICriticalNotifyCompletion
        {
            public CriticalClass GetAwaiter() => this;
            public bool IsCompleted => gate.IsOpen;
            public void GetResult() { }
            public void OnCompleted(Action continuation) => gate.Wait(continuation);
            public void UnsafeOnCompleted(Action continuation) => gate.Wait(continuation);
        }

        public sealed class SimpleClass(Gate gate) : INotifyCompletion
        {
            public SimpleClass GetAwaiter() => this;
            public bool IsCompleted => gate.IsOpen;
            public void GetResult() { }
            public void OnCompleted(Action continuation) => gate.Wait(continuation);
        }

        public readonly struct GenericStruct<T>(Gate gate) : ICriticalNotifyCompletion
        {
            private readonly T value = default!;
            public GenericStruct<T> GetAwaiter() => this;
            public bool IsCompleted => gate.IsOpen;
            public T GetResult() => value;
            public void OnCompleted(Action continuation) => gate.Wait(continuation);
            public void UnsafeOnCompleted(Action continuation) => gate.Wait(continuation);
        }

        [AsyncMethodBuilder(typeof(ForwardingBuilder))]
        public readonly struct Forwarding(Task task) { public Task Task => task; }

        public struct ForwardingBuilder
        {
            private AsyncTaskMethodBuilder inner;
            public static ForwardingBuilder Create() => new() { inner = AsyncTaskMethodBuilder.Create() };
            public Forwarding Task => new(inner.Task);
            public void Start<T>(ref T machine) where T : IAsyncStateMachine => inner.Start(ref machine);
            public void SetStateMachine(IAsyncStateMachine machine) { }
            public void SetResult() => inner.SetResult();
            public void SetException(Exception fault) => inner.SetException(fault);
            public void AwaitOnCompleted<A, T>(ref A awaiter, ref T machine) where A : INotifyCompletion where T : IAsyncStateMachine => inner.AwaitOnCompleted(ref awaiter, ref machine);
            public void AwaitUnsafeOnCompleted<A, T>(ref A awaiter, ref T machine) where A : ICriticalNotifyCompletion where T : IAsyncStateMachine => inner.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
        }

        [AsyncMethodBuilder(typeof(ForwardingBuilder<>))]
        public readonly struct Forwarding<R>(Task<R> task) { public Task<R> Task => task; }

        public struct ForwardingBuilder<R>
        {
            private byte flag;
            private AsyncTaskMethodBuilder<R> inner;
            public static ForwardingBuilder<R> Create() => new() { inner = AsyncTaskMethodBuilder<R>.Create(), flag = 1 };
            public Forwarding<R> Task => new(inner.Task);
            public void Start<T>(ref T machine) where T : IAsyncStateMachine => inner.Start(ref machine);
            public void SetStateMachine(IAsyncStateMachine machine) { }
            public void SetResult(R result) => inner.SetResult(result);
            public void SetException(Exception fault) => inner.SetException(fault);
            public void AwaitOnCompleted<A, T>(ref A awaiter, ref T machine) where A : INotifyCompletion where T : IAsyncStateMachine => inner.AwaitOnCompleted(ref awaiter, ref machine);
            public void AwaitUnsafeOnCompleted<A, T>(ref A awaiter, ref T machine) where A : ICriticalNotifyCompletion where T : IAsyncStateMachine => inner.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
        }

        """;
}
