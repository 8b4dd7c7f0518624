namespace PriceFeed;

public readonly record struct Price(string Instrument, decimal Bid, decimal Ask, DateTimeOffset At)
{
    public decimal Middle => (Bid + Ask) / 2;
}

public readonly record struct Candle(string Instrument, DateTimeOffset From, decimal Open, decimal High, decimal Low, decimal Close);
