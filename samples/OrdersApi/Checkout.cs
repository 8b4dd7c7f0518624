namespace OrdersApi;

/// <summary>From a request to a stored order.</summary>
public sealed class Checkout(OrderStore store)
{
    private int lastId;

    public async Task<Order> SubmitAsync(OrderRequest request, CancellationToken cancel)
    {
        var total = 0m;
        foreach (var line in request.Lines)
            total += await PriceAsync(line, cancel);

        var order = new Order(Interlocked.Increment(ref lastId), request.Customer, request.Lines, total);
        await store.AddAsync(order, cancel);
        return order;
    }

    private static async ValueTask<decimal> PriceAsync(OrderLine line, CancellationToken cancel)
    {
        if (line.Quantity > 100)
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancel); // large orders are priced by the warehouse
        return line.Quantity * line.Price;
    }
}
