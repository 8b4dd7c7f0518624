using System.Globalization;
using System.Runtime.CompilerServices;

namespace PriceFeed;

/// <summary>Prices from text, one a line: <c>EURUSD 1.0841 1.0843 2026-03-02T09:00:00Z</c>.</summary>
public static class PriceStream
{
    public static async IAsyncEnumerable<Price> ReadAsync(TextReader source, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        while (await source.ReadLineAsync(cancel) is { } line)
        {
            if (TryParse(line, out var price))
                yield return price;
        }
    }

    public static async IAsyncEnumerable<Price> OnlyAsync(this IAsyncEnumerable<Price> prices, string instrument)
    {
        await foreach (var price in prices)
        {
            if (price.Instrument == instrument)
                yield return price;
        }
    }

    private static bool TryParse(string line, out Price price)
    {
        price = default;
        if (line.Split(' ') is not [var instrument, var bid, var ask, var at])
            return false;
        price = new Price(
            instrument,
            decimal.Parse(bid, CultureInfo.InvariantCulture),
            decimal.Parse(ask, CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        return true;
    }
}
