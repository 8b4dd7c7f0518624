namespace AsyncWeave.Build.Tests.Harness;

/// <summary>Programs that the scenarios compile.</summary>
internal static class Sources
{
    /// <summary>One async method, whose name stands on line 5 in column 35.</summary>
    public const string OneMethod = """
        namespace Shop;

        public static class Orders
        {
            public static async Task<int> SubmitAsync(string customer, int count)
            {
                await Task.Delay(count);
                await Task.Yield();
                return customer.Length + count;
            }
        }
        """;

    /// <summary>The same for a language and framework without implicit usings.</summary>
    public const string OneMethodWithUsings = "using System.Threading.Tasks;\n" + OldOneMethod;

    /// <summary>Many forms of async code in few lines, some of them traps.</summary>
    public const string Shapes = """
        namespace Shop;

        public class Shapes<T>(HttpClient client) where T : class
        {
            private readonly SemaphoreSlim gate = new(1);

            public async Task<decimal> LoopAsync(string customer, decimal[] prices, CancellationToken cancel)
            {
                var total = 0m;
                foreach (var price in prices)
                {
                    await Task.Delay(1, cancel);
                    total += price;
                }

                return total + (await client.GetStringAsync(customer)).Length;
            }

            public async ValueTask<T?> GuardedAsync(T value)
            {
                await gate.WaitAsync();
                try
                {
                    await Task.Yield();
                    return value;
                }
                catch (OperationCanceledException)
                {
                    await Task.Delay(1);
                    return null;
                }
                finally
                {
                    gate.Release();
                }
            }

            public async IAsyncEnumerable<(int Index, Guid Key)> StreamAsync(IAsyncEnumerable<Guid> keys)
            {
                var index = 0;
                await foreach (var key in keys.ConfigureAwait(false))
                    yield return (index++, key);
            }

            public Func<Task<int>> Lambda(int seed) => async () =>
            {
                async Task<int> LocalAsync(int factor) => await Task.FromResult(seed * factor);
                return await LocalAsync(2) + await LocalAsync(3);
            };

            public async void Forget() => await Task.Delay(1);

            public int Block() => Lambda(1)().Result;
        }
        """;

    private const string OldOneMethod = """
        namespace Shop
        {
            public static class Orders
            {
                public static async Task<int> SubmitAsync(string customer, int count)
                {
                    await Task.Delay(count);
                    await Task.Yield();
                    return customer.Length + count;
                }
            }
        }
        """;
}
