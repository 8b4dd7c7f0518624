namespace AsyncWeave.Analysis.Tests.Flow.Shapes;

/// <summary>What the shapes call: operations that do nothing but stand for work.</summary>
internal static class Prelude
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class Resource : IAsyncDisposable, IDisposable
        {
            public ValueTask DisposeAsync() => default;
            public void Dispose() { }
            public int Size;
        }

        public sealed class DuckResource
        {
            public Task DisposeAsync() => Task.CompletedTask;
        }

        public struct StructResource : IAsyncDisposable
        {
            public ValueTask DisposeAsync() => default;
        }

        public sealed class Pages
        {
            public Cursor GetAsyncEnumerator() => new();
            public sealed class Cursor
            {
                public int Current => 1;
                public Task<bool> MoveNextAsync() => Task.FromResult(false);
            }
        }

        public readonly struct Promise
        {
            public Awaiter GetAwaiter() => default;
            public readonly struct Awaiter : INotifyCompletion
            {
                public bool IsCompleted => false;
                public int GetResult() => 1;
                public void OnCompleted(Action continuation) => continuation();
            }
        }

        public sealed class CriticalPromise : ICriticalNotifyCompletion
        {
            public CriticalPromise GetAwaiter() => this;
            public bool IsCompleted => false;
            public string GetResult() => "";
            public void OnCompleted(Action continuation) => continuation();
            public void UnsafeOnCompleted(Action continuation) => continuation();
        }

        public struct Point { public int X, Y; public Point(int x, int y) { X = x; Y = y; } public int Sum() => X + Y; }

        public record Box(int Value, string Name) { public List<int> Items { get; } = new(); public int Extra { get; init; } }

        public partial class Shop
        {
            private int field;
            private Task<int> pending = Task.FromResult(1);
            private static Task<int> A(int x = 0) => Task.FromResult(x);
            private static Task<bool> B(int x = 0) => Task.FromResult(x > 0);
            private static Task<string?> S(string? x = null) => Task.FromResult(x);
            private static ValueTask<int> V(int x = 0) => new(x);
            private static Task T(object? x = null) => Task.CompletedTask;
            private Task Mine(int x = 0) => Task.CompletedTask;
            private ValueTask<bool> MoveNextAsync() => default;
            private static void Use(params object?[] values) { }
            private static int Get(int x = 0) => x;
            private static bool Test(int x = 0) => x > 0;
            private static bool TryGet(out int x) { x = 1; return true; }
            private static void Change(ref int x) => x++;
            private static IAsyncEnumerable<int> Stream(int x = 0) => null!;
        }

        """;

    /// <summary>The prelude and one file of shapes.</summary>
    public static string With(string shapes) => $"{Source}\npublic partial class Shop\n{{\n{shapes}\n}}\n";
}
