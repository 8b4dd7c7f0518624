using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OrdersApi;

/// <summary>Orders as lines of JSON in a file.</summary>
public sealed class OrderStore : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), "orders.jsonl");
    private readonly SemaphoreSlim writing = new(1);

    public async Task<Order?> FindAsync(int id, CancellationToken cancel)
    {
        await foreach (var order in AllAsync(cancel))
        {
            if (order.Id == id)
                return order;
        }

        return null;
    }

    public async IAsyncEnumerable<Order> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (!File.Exists(path))
            yield break;
        await foreach (var line in File.ReadLinesAsync(path, cancel))
            yield return JsonSerializer.Deserialize<Order>(line)!;
    }

    public async Task AddAsync(Order order, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            await File.AppendAllTextAsync(path, JsonSerializer.Serialize(order) + "\n", cancel);
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();
}
