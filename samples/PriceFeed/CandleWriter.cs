namespace PriceFeed;

/// <summary>Sums prices up to one candle a minute.</summary>
public static class CandleWriter
{
    /// <summary>Over its budget: two whole prices and a candle live across the awaits of the loop.</summary>
    public static async Task<int> WriteAsync(IAsyncEnumerable<Price> prices, TextWriter output, TimeSpan width)
    {
        var written = 0;
        Candle? open = null;
        await foreach (var price in prices)
        {
            if (open is { } candle && price.At - candle.From >= width)
            {
                await output.WriteLineAsync(Text(candle));
                await output.FlushAsync();
                written++;
                open = null;
            }

            open = open is { } current ? Widened(current, price) : First(price);
        }

        if (open is { } last)
        {
            await output.WriteLineAsync(Text(last));
            written++;
        }

        return written;
    }

    private static Candle First(Price price) =>
        new(price.Instrument, price.At, price.Middle, price.Middle, price.Middle, price.Middle);

    private static Candle Widened(Candle candle, Price price) => candle with
    {
        High = Math.Max(candle.High, price.Middle),
        Low = Math.Min(candle.Low, price.Middle),
        Close = price.Middle,
    };

    private static string Text(Candle candle) =>
        FormattableString.Invariant($"{candle.Instrument} {candle.From:O} {candle.Open} {candle.High} {candle.Low} {candle.Close}");
}
