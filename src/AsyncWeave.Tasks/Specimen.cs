namespace AsyncWeave.Tasks;

/// <summary>State machines of the usual shapes, for <see cref="WarmUp"/> to measure. They never run.</summary>
internal sealed class Specimen
{
    private readonly Dictionary<string, decimal> prices = [];
    private readonly SemaphoreSlim gate = new(1);

    public async System.Threading.Tasks.Task<int> Read(Stream stream, CancellationToken token)
    {
        var buffer = new byte[256];
        var total = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, 0, buffer.Length, token).ConfigureAwait(false)) > 0)
            total += read;
        return total;
    }

    public async System.Threading.Tasks.Task<decimal> Price(string id)
    {
        await gate.WaitAsync();
        try
        {
            if (prices.TryGetValue(id, out var price))
                return price;
            await System.Threading.Tasks.Task.Yield();
            return prices[id] = id.Length;
        }
        finally
        {
            gate.Release();
        }
    }

    public async System.Threading.Tasks.Task<(Guid, DateTime)> Stamp(DateTime at, Func<System.Threading.Tasks.Task> work)
    {
        var id = Guid.NewGuid();
        try
        {
            await work();
        }
        catch (IOException)
        {
            await System.Threading.Tasks.Task.Delay(1);
            throw;
        }

        return (id, at);
    }

    public System.Threading.Tasks.Task Batch(int[] ids) =>
        System.Threading.Tasks.Task.WhenAll(Array.ConvertAll(ids, async id => await Price(id.ToString(System.Globalization.CultureInfo.InvariantCulture))));

#if NET
    public async ValueTask Copy(Stream from, Stream to)
    {
        await using var source = from;
        await source.CopyToAsync(to);
    }

    public async IAsyncEnumerable<int> Count(IAsyncEnumerable<int> numbers)
    {
        await foreach (var number in numbers)
            yield return number;
    }
#endif
}
