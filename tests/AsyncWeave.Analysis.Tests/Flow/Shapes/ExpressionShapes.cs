namespace AsyncWeave.Analysis.Tests.Flow.Shapes;

internal static class ExpressionShapes
{
    public const string Source = """
        async Task TwoAwaitsInOneExpression(int n)
        {
            var sum = await A(1) + await A(n);
            Use(sum);
        }
        async Task NestedAwaits(int n)
        {
            Use(await A(await A(await A(n))));
        }
        async Task Arguments(int n)
        {
            Use(Get(1), await A(1), Get(2), await A(2), n);
        }
        async Task Conditional(int n)
        {
            var x = Test(n) ? await A(1) : await A(2);
            Use(x);
        }
        async Task ConditionalAwaitable(int n)
        {
            await (Test(n) ? A(1) : A(2));
        }
        async Task Coalesce(string? text)
        {
            var x = text ?? await S("a") ?? await S("b");
            Use(x);
        }
        async Task CoalesceAssignment(string? text)
        {
            text ??= await S("a");
            await T();
            Use(text);
        }
        async Task NullConditional(string? text)
        {
            var x = (await S(text))?.Length;
            Use(x);
        }
        async Task ShortCircuit(int n)
        {
            if (await B(1) && await B(n) || await B(3))
                await A(4);
        }
        async Task SwitchExpression(int n)
        {
            var x = n switch
            {
                1 => await A(1),
                > 5 and < 9 => await A(2),
                _ => 3,
            };
            Use(x);
        }
        async Task SwitchOnAwait(int n)
        {
            switch (await A(n))
            {
                case 1:
                    await A(1);
                    break;
                case > 5:
                    await A(2);
                    break;
            }
        }
        async Task PatternOnAwait(object? n)
        {
            if (await S() is { Length: > 3 } text)
            {
                await A(1);
                Use(text);
            }
            Use(n);
        }
        async Task CollectionInitializer(int n)
        {
            var list = new List<int> { 1, await A(1), await A(n), 4 };
            Use(list);
        }
        async Task ObjectInitializer(int n)
        {
            var box = new Box(await A(1), "x") { Extra = await A(n), Items = { await A(3) } };
            Use(box);
        }
        async Task CollectionExpression(int n)
        {
            List<int> list = [1, await A(1), .. await Task.FromResult(new[] { n })];
            Use(list);
        }
        async Task ArrayInitializer(int n)
        {
            var array = new[] { await A(1), Get(2), await A(n) };
            Use(array);
        }
        async Task Interpolation(int n)
        {
            var text = $"{await A(1)} and {n} and {await S("x")}";
            Use(text);
        }
        async Task CompoundAssignment(int n)
        {
            var sum = 1;
            sum += await A(n);
            sum *= await A(sum);
            Use(sum);
        }
        async Task CompoundOnField(int n)
        {
            field += await A(n);
        }
        async Task ElementAssignment(int[] items, int n)
        {
            items[Get(n)] = await A(n);
        }
        async Task ElementCompound(int[] items, int n)
        {
            items[Get(n)] += await A(n);
        }
        async Task WithExpression(Box box)
        {
            var copy = box with { Value = await A(1) };
            Use(copy);
        }
        async Task Tuples(int n)
        {
            var (x, y) = (await A(1), await A(n));
            await T();
            Use(x, y);
        }
        async Task TupleResult()
        {
            var (x, y) = await Task.FromResult((1, 2));
            await T();
            Use(y);
        }
        async Task Cast(object o)
        {
            Use((string?)await S("x"), o);
        }
        async Task Throwing(int n)
        {
            throw new IOException(await S("x"));
        }
        async Task<int> ReturnOfAwait(int n)
        {
            return await A(n);
        }
        async Task<int> ExpressionBody(int n) => await A(n) + n;
        async Task ValueTasks(int n)
        {
            await V(n);
            await V(n).ConfigureAwait(false);
            await V(n).AsTask();
        }
        async Task StoredTask(int n)
        {
            var task = A(n);
            Use(n);
            await task;
            await task;
        }
        async Task FieldTask()
        {
            await pending;
        }
        async Task WhenAll(int n)
        {
            var tasks = Enumerable.Range(0, n).Select(i => A(i)).ToArray();
            await Task.WhenAll(tasks);
        }
        async Task CustomAwaitable(int n)
        {
            var x = await new Promise();
            await new CriticalPromise();
            Use(x, n);
        }
        async Task Discarded(int n)
        {
            _ = await A(n);
            await Task.Yield();
        }
        async Task LinqQuery(List<int> items)
        {
            var query = from item in items where item > 1 select A(item);
            foreach (var task in query)
            {
                await task;
            }
        }
        async Task MultiLineStatement(int n)
        {
            Use(
                await A(1),
                await A(n));
        }
        """;
}
