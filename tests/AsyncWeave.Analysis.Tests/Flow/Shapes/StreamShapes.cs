namespace AsyncWeave.Analysis.Tests.Flow.Shapes;

internal static class StreamShapes
{
    public const string Source = """
        async Task AwaitForeach(IAsyncEnumerable<int> items)
        {
            var sum = 0;
            await foreach (var item in items)
            {
                sum += item;
            }
            Use(sum);
        }
        async Task AwaitForeachWithAwaitInside(IAsyncEnumerable<int> items)
        {
            await foreach (var item in items)
            {
                await A(item);
                Use(item);
            }
            await T();
        }
        async Task AwaitForeachConfigured(IAsyncEnumerable<int> items, CancellationToken token)
        {
            await foreach (var item in items.WithCancellation(token).ConfigureAwait(false))
            {
                Use(item);
            }
        }
        async Task AwaitForeachThatReturns(IAsyncEnumerable<int> items)
        {
            await foreach (var item in items)
            {
                await A(item);
                return;
            }
            await T();
        }
        async Task AwaitForeachWithoutDispose(Pages pages)
        {
            await foreach (var page in pages)
            {
                await A(page);
            }
        }
        async Task NestedAwaitForeach(IAsyncEnumerable<int> outer, IAsyncEnumerable<int> inner)
        {
            await foreach (var x in outer)
            {
                await foreach (var y in inner)
                {
                    Use(x, y);
                }
            }
        }
        async Task TwoAwaitForeach(IAsyncEnumerable<int> first, IAsyncEnumerable<int> second)
        {
            await foreach (var x in first)
            {
                Use(x);
            }
            await foreach (var y in second)
            {
                Use(y);
            }
        }
        async Task AwaitUsing(int n)
        {
            await using (var resource = new Resource())
            {
                await A(n);
                Use(resource);
            }
            await T();
        }
        async Task AwaitUsingDeclaration(int n)
        {
            await using var resource = new Resource();
            await A(n);
            Use(resource);
        }
        async Task TwoAwaitUsings(int n)
        {
            await using var first = new Resource();
            await using var second = new Resource();
            await A(n);
        }
        async Task AwaitUsingOfSeveral(int n)
        {
            await using (Resource first = new Resource(), second = new Resource())
            {
                await A(n);
            }
        }
        async Task AwaitUsingOfExpression(Resource resource)
        {
            await using (resource)
            {
                await A(1);
            }
        }
        async Task AwaitUsingConfigured(Resource resource)
        {
            await using (resource.ConfigureAwait(false))
            {
                await A(1).ConfigureAwait(false);
            }
        }
        async Task AwaitUsingByPattern(int n)
        {
            await using var resource = new DuckResource();
            await A(n);
        }
        async Task AwaitUsingOfTypeParameter<TResource>(Func<Task<TResource>> open) where TResource : System.IO.Stream
        {
            await using var resource = await open();
            await A((int)resource.Length);
        }
        async Task AwaitUsingOfAnyDisposable<TResource>(TResource resource) where TResource : IAsyncDisposable
        {
            await using (resource)
            {
                await A(1);
            }
        }
        async Task AwaitUsingOfStruct(int n)
        {
            await using var resource = new StructResource();
            await A(n);
        }
        async Task<int> AwaitUsingInLoopThatReturns(int n)
        {
            while (Test(n))
            {
                await using (var resource = new Resource())
                {
                    await A(n);
                    return resource.Size;
                }
            }
            return 0;
        }
        async Task AwaitUsingInLoop(int n)
        {
            while (Test(n))
            {
                await using var resource = new Resource();
                await A(n);
            }
        }
        async Task AwaitUsingInTry(int n)
        {
            try
            {
                await using var resource = new Resource();
                await A(n);
            }
            catch (IOException)
            {
                Use(n);
            }
        }
        async Task AwaitUsingOfAwaited(int n)
        {
            await using var resource = await Task.FromResult(new Resource());
            await A(n);
        }
        async Task<int> AwaitUsingOfCaptured(int n)
        {
            await using var resource = new Resource();
            return await Task.Run(() => resource.Size);
        }
        async Task<int> AwaitUsingBlockOfCaptured(int n)
        {
            await using (var resource = new Resource())
            {
                n += await Task.Run(() => resource.Size);
            }
            return n;
        }
        async Task AwaitUsingOfCapturedInLoop(int n)
        {
            while (Test(n))
            {
                await using var resource = new StructResource();
                await Task.Run(() => resource.GetHashCode());
            }
        }
        async Task AwaitUsingOfCapturedByLocalFunction(int n)
        {
            await using var resource = new Resource();
            await A(Size());
            int Size() => resource.Size;
        }
        async Task AwaitUsingOfCapturedTypeParameter<TResource>(TResource made) where TResource : IAsyncDisposable
        {
            await using var resource = made;
            await Task.Run(() => resource.GetHashCode());
        }
        async Task AwaitUsingOfTwoCaptured(int n)
        {
            await using Resource first = new Resource(), second = new Resource();
            await Task.Run(() => first.Size + second.Size);
        }
        async Task AwaitUsingOfCapturedInLambda(int n)
        {
            Func<Task<int>> run = async () =>
            {
                await using var resource = new Resource();
                return await Task.Run(() => resource.Size);
            };
            await run();
        }
        async Task DisposeOfCapturedWritten(int n)
        {
            var resource = new Resource();
            try
            {
                await Task.Run(() => resource.Size);
            }
            finally
            {
                await resource.DisposeAsync();
            }
        }
        async Task SyncUsing(int n)
        {
            using (var resource = new Resource())
            {
                await A(n);
            }
            await T();
        }
        async Task SyncUsingDeclaration(int n)
        {
            using var resource = new Resource();
            await A(n);
            Use(resource.Size);
        }
        async Task DisposedByHand(Resource resource)
        {
            try
            {
                await A(1);
            }
            finally
            {
                await resource.DisposeAsync();
            }
        }
        async Task EnumeratedByHand(IAsyncEnumerable<int> items)
        {
            var e = items.GetAsyncEnumerator();
            while (await e.MoveNextAsync())
            {
                Use(e.Current);
            }
            await e.DisposeAsync();
        }
        async IAsyncEnumerable<int> AsyncIterator(int n)
        {
            for (var i = 0; i < n; i++)
            {
                await A(i);
                yield return i;
            }
            await T();
        }
        async IAsyncEnumerable<int> AsyncIteratorWithFinally(int n, [EnumeratorCancellation] CancellationToken token = default)
        {
            try
            {
                yield return await A(n);
                await Task.Delay(1, token);
            }
            finally
            {
                await T(n);
            }
        }
        async IAsyncEnumerable<int> AsyncIteratorOverStream(IAsyncEnumerable<int> items)
        {
            await foreach (var item in items)
            {
                if (Test(item))
                    yield return item;
            }
        }
        async IAsyncEnumerable<int> AsyncIteratorWithoutAwait(int n)
        {
            yield return n;
            yield return n + 1;
        }
        async IAsyncEnumerable<int> AsyncIteratorThatBreaks(int n)
        {
            while (true)
            {
                await A(n);
                if (Test(n))
                    yield break;
                yield return n;
            }
        }
        async Task DrainsItself(int n)
        {
            while (await MoveNextAsync())
                Use(n);
            await Task.Yield();
        }
        """;
}
