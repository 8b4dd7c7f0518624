namespace AsyncWeave.Analysis.Tests.Flow.Shapes;

internal static class HandlerShapes
{
    public const string Source = """
        async Task AwaitInTry(int n)
        {
            try
            {
                await A(n);
            }
            catch (IOException)
            {
                Use(n);
            }
            await T();
        }
        async Task AwaitInCatch(int n)
        {
            var before = Get(n);
            try
            {
                Use(n);
            }
            catch (IOException e)
            {
                await A(before);
                Use(e);
            }
            await T();
        }
        async Task AwaitInTryAndCatch(int n)
        {
            try
            {
                await A(1);
            }
            catch (IOException e)
            {
                await A(2);
                Use(e, n);
            }
        }
        async Task AwaitInSeveralCatches(int n)
        {
            try
            {
                await A(1);
            }
            catch (IOException)
            {
                await A(2);
            }
            catch (InvalidOperationException e)
            {
                Use(e);
            }
            catch (ArgumentException e)
            {
                await A(3);
                Use(e);
            }
            catch
            {
                await A(4);
                throw;
            }
            await A(n);
        }
        async Task AwaitInCatchWithFilter(int n)
        {
            try
            {
                await A(1);
            }
            catch (IOException e) when (e.Message.Length > n)
            {
                await A(2);
                Use(e);
            }
        }
        async Task AwaitInFinally(int n)
        {
            try
            {
                await A(1);
            }
            finally
            {
                await A(2);
                Use(n);
            }
            await A(3);
        }
        async Task AwaitOnlyInFinally(int n)
        {
            try
            {
                Use(n);
            }
            finally
            {
                await A(n);
            }
        }
        async Task<int> ReturnThroughFinally(int n)
        {
            while (Test(n))
            {
                try
                {
                    await A(1);
                    return n;
                }
                finally
                {
                    await A(2);
                }
            }
            return 0;
        }
        async Task<int> ContinueAndReturnThroughFinally(int n)
        {
            while (true)
            {
                try
                {
                    if (await B(n))
                        continue;
                    await A(1);
                    return n;
                }
                finally
                {
                    await A(2);
                }
            }
        }
        async Task BreakThroughFinally(int n)
        {
            while (true)
            {
                try
                {
                    await A(1);
                    break;
                }
                finally
                {
                    await A(2);
                }
            }
            await A(n);
        }
        async Task TryCatchFinally(int n)
        {
            try
            {
                await A(1);
            }
            catch (IOException)
            {
                await A(2);
            }
            finally
            {
                await A(3);
            }
            Use(n);
        }
        async Task NestedFinallys(int n)
        {
            try
            {
                try
                {
                    await A(1);
                    if (Test(n))
                        return;
                }
                finally
                {
                    await A(2);
                }
                await A(3);
            }
            finally
            {
                await A(4);
            }
            await A(n);
        }
        async Task FinallyInsideCatch(int n)
        {
            try
            {
                await A(1);
            }
            catch (IOException)
            {
                try
                {
                    await A(2);
                }
                finally
                {
                    await A(3);
                }
            }
            Use(n);
        }
        async Task TryInsideFinally(int n)
        {
            try
            {
                await A(1);
            }
            finally
            {
                try
                {
                    await A(2);
                }
                catch (IOException)
                {
                    await A(3);
                }
                Use(n);
            }
        }
        async Task CatchThatReturns(int n)
        {
            try
            {
                await A(1);
            }
            catch (IOException)
            {
                await A(2);
                return;
            }
            await A(3);
            Use(n);
        }
        async Task<int> TryThatReturns(int n)
        {
            try
            {
                return await A(1);
            }
            catch (IOException)
            {
                await A(2);
            }
            await A(3);
            return n;
        }
        async Task CatchInLoopThatBreaks(int n)
        {
            while (true)
            {
                try
                {
                    await A(n);
                }
                catch (IOException)
                {
                    await A(2);
                    break;
                }
            }
            Use(n);
        }
        async Task PlainFinallyAroundAwait(int n)
        {
            try
            {
                await A(1);
            }
            finally
            {
                Use(n);
            }
        }
        async Task PlainFinallyWithTwoWaysOut(int n)
        {
            while (true)
            {
                try
                {
                    if (await B(n))
                        continue;
                    await A(1);
                    return;
                }
                finally
                {
                    Use(1);
                }
            }
        }
        async Task AwaitBehindTry(int n)
        {
            try
            {
                Use(n);
            }
            catch (IOException)
            {
                Use(n);
            }
            await A(n);
        }
        async Task NestedTries(int n)
        {
            try
            {
                try
                {
                    await A(1);
                }
                catch (IOException)
                {
                    Use(1);
                }
                await A(2);
            }
            catch (Exception e)
            {
                Use(e, n);
            }
        }
        async Task RethrowInCatch(int n)
        {
            try
            {
                await A(n);
            }
            catch (Exception e)
            {
                await T(e);
                throw;
            }
        }
        async Task ThrowAnotherInCatch(int n)
        {
            try
            {
                await A(n);
            }
            catch (Exception e)
            {
                await T(n);
                throw new IOException("", e);
            }
        }
        async Task CatchInFrontOfElse(int n, int m)
        {
            if (Test(n))
            {
                try
                {
                    await A(n);
                }
                catch (IOException)
                {
                    Use(n);
                }
                catch
                {
                    await T(m);
                    await A(n);
                }
            }
            else
            {
                await A(m);
                await T(n);
            }
            Use(await A(m));
        }
        async Task FinallyThatThrowsBehindAwaitUsing(IAsyncEnumerable<int> items, int n)
        {
            await foreach (var item in items)
            {
                await using (var resource = new Resource())
                {
                    await A(item);
                }
                try
                {
                    await A(n);
                }
                finally
                {
                    Use(n);
                    throw new IOException();
                }
            }
        }
        async Task CatchThatLoopsBehindItsFirstAwait(int n)
        {
            try
            {
                await A(n);
            }
            catch (IOException)
            {
                await T(n);
                for (var i = 0; Test(i); i++)
                {
                    if (Test(n))
                        await A(i);
                }
                await T(n);
                throw;
            }
        }
        """;
}
