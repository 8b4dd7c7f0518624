namespace AsyncWeave.Analysis.Tests.Flow.Shapes;

internal static class FunctionShapes
{
    public const string Source = """
        async Task NoAwait(int n)
        {
            Use(n);
        }
        async Task UnreachableAwait(int n)
        {
            Use(n);
            return;
            await A(n);
        }
        async Task AwaitInIfFalse(int n)
        {
            if (false)
                await A(1);
            await A(n);
        }
        async Task ShortCircuitedAwait(int n)
        {
            if (false && await B(1))
                Use(1);
            await A(n);
        }
        async Task BehindEndlessLoop(int n)
        {
            while (true)
            {
                await A(n);
            }
            await A(2);
        }
        async void AsyncVoid(int n)
        {
            await A(n);
        }
        async ValueTask<int> AsyncValueTask(int n)
        {
            await A(n);
            return n;
        }
        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
        async ValueTask PooledBuilder(int n)
        {
            await A(n);
        }
        async Task<TValue> Generic<TValue>(TValue value)
        {
            await T();
            return value;
        }
        async Task<TResult> GenericWithLoop<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, Task<TResult>> work) where TItem : struct where TResult : class
        {
            TResult? last = null;
            foreach (var item in items)
            {
                last = await work(item);
            }
            return last!;
        }
        Task Lambda(int n)
        {
            Func<int, Task> work = async x =>
            {
                await A(x);
                Use(x);
            };
            return work(n);
        }
        async Task LambdaInAsync(int n)
        {
            Func<int, Task> work = async x =>
            {
                for (var i = 0; i < x; i++)
                {
                    await A(i);
                }
            };
            await work(1);
            await work(2);
        }
        async Task CapturedLocal(int n)
        {
            var captured = Get(n);
            Action show = () => Use(captured);
            await A(1);
            show();
        }
        async Task CapturedInLoop(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var each = i;
                Func<int> get = () => each;
                await A(get());
                Use(each);
            }
        }
        async Task LocalFunction(int n)
        {
            await Inner(n);
            async Task Inner(int x)
            {
                await A(x);
                await A(2);
            }
        }
        async Task StaticLocalFunction(int n)
        {
            await InnerStatic(n);
            static async Task InnerStatic(int x)
            {
                while (await B(x))
                {
                    x++;
                }
            }
        }
        async Task ManyAwaits(int n)
        {
            await A(1); await A(2); await A(3); await A(4); await A(5); await A(6);
            await A(7); await A(8); await A(9); await A(10); await A(11); await A(n);
        }
        async Task AwaitersOfManyTypes(int n)
        {
            await T();
            await A(1);
            await B(2);
            await S("x");
            await V(n);
            await Task.Yield();
            await T().ConfigureAwait(false);
            await A(1).ConfigureAwait(false);
        }
        async Task LockFreeSections(int n)
        {
            lock (this)
            {
                Use(n);
            }
            await A(n);
            lock (this)
            {
                Use(n);
            }
        }
        async Task CheckedArithmetic(int n)
        {
            checked
            {
                n += 1;
                await A(n);
                n *= 2;
            }
            await A(n);
        }
        async Task UnsafeBlock(int n)
        {
            unsafe
            {
                int* p = &n;
                *p = 3;
            }
            await A(1);
        }
        async Task YieldInLoop(int n)
        {
            for (; n > 0; n--)
            {
                await Task.Yield();
            }
        }
        """;
}
