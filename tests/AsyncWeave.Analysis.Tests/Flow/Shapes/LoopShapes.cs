namespace AsyncWeave.Analysis.Tests.Flow.Shapes;

internal static class LoopShapes
{
    public const string Source = """
        async Task While(int n)
        {
            while (n > 0)
            {
                await A(n);
                n--;
            }
            await T();
        }
        async Task WhileThatNeverComesBack(int n)
        {
            while (n > 0)
            {
                await A(n);
                return;
            }
            await T();
        }
        async Task EndlessAfterAwait(int n)
        {
            await A(n);
            while (true)
            {
            }
        }
        async Task EndlessUnderTest(int n)
        {
            if (Test(n))
            {
                while (true)
                {
                    n++;
                }
            }
            await A(n);
        }
        async Task AwaitInWhileCondition(int n)
        {
            while (await B(n))
            {
                n = await A(n);
            }
        }
        async Task DoWhile(int n)
        {
            do
            {
                await A(n);
            }
            while (--n > 0);
        }
        async Task DoWhileFalse(int n)
        {
            do
            {
                await A(n);
            }
            while (false);
            Use(n);
        }
        async Task For(int n)
        {
            for (var i = 0; i < n; i++)
            {
                await A(i);
            }
        }
        async Task AwaitInEveryPartOfFor()
        {
            for (var i = await A(1);
                await B(i);
                i = await A(i + 1))
            {
                await T(i);
            }
        }
        async Task NestedLoops(int n)
        {
            for (var i = 0; i < n; i++)
            {
                var row = Get(i);
                for (var j = 0; j < row; j++)
                {
                    await A(j);
                }
                await A(row);
            }
        }
        async Task Foreach(List<int> items)
        {
            var sum = 0;
            foreach (var item in items)
            {
                await A(item);
                sum += item;
            }
            Use(sum);
        }
        async Task ForeachOverArray(int[] items)
        {
            foreach (var item in items)
            {
                await A(item);
                Use(item);
            }
        }
        async Task ForeachThatBreaks(List<int> items)
        {
            foreach (var item in items)
            {
                await A(item);
                break;
            }
            await T();
        }
        async Task BreakOnOnePath(int n)
        {
            while (true)
            {
                if (Test(n))
                {
                    await A(1);
                    break;
                }
                await A(2);
            }
            await A(n);
        }
        async Task ContinueOnOnePath(int n)
        {
            while (n-- > 0)
            {
                if (Test(n))
                {
                    await A(1);
                    continue;
                }
                await A(2);
                return;
            }
        }
        async Task GotoLoop(int n)
        {
        again:
            await A(n);
            if (n-- > 0)
                goto again;
            await T();
        }
        async Task GotoOutOfLoops(int n)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    await A(j);
                    if (Test(j))
                        goto done;
                }
            }
        done:
            await T();
        }
        async Task<int> Retry(int n)
        {
            while (true)
            {
                try
                {
                    return await A(n);
                }
                catch (IOException)
                {
                    Use(n);
                }
            }
        }
        async Task<int> RetryWithDelay(int n)
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    return await A(n);
                }
                catch (IOException) when (attempt < 3)
                {
                    await Task.Delay(attempt);
                }
            }
        }
        async Task Endless()
        {
            while (true)
            {
                await Task.Yield();
            }
        }
        async Task SwitchInLoop(int n)
        {
            while (true)
            {
                switch (Get(n))
                {
                    case 1:
                        await A(1);
                        continue;
                    case 2:
                        await A(2);
                        break;
                    default:
                        await A(3);
                        return;
                }
                await A(4);
            }
        }
        async Task ThrowInLoop(int n)
        {
            while (Test(n))
            {
                await A(n);
                throw new IOException();
            }
        }
        """;
}
