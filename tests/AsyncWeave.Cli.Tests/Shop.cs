using AsyncWeave.Fixtures;

namespace AsyncWeave.Cli.Tests;

/// <summary>The seed of the drawings: a method of a class with one string parameter and one awaited Task; and a few neighbours.</summary>
internal static class Shop
{
    public const string Source = """
        using System.Threading.Tasks;

        namespace Shop;

        public sealed class StockPrices
        {
            public async Task<decimal> GetStockPriceFor(string companyId)
            {
                await InitializeMapIfNeeded();
                return companyId.Length + _prices;
            }

            public async Task Refresh(int times)
            {
                for (var i = 0; i < times; i++)
                    await Task.Delay(i).ConfigureAwait(false);
                await Task.Yield();
            }

            private readonly decimal _prices = 42m;

            private Task InitializeMapIfNeeded() => Task.CompletedTask;
        }
        """;

    /// <summary>A day later: one local more lives across the await, and one method is new.</summary>
    public static Fixture Grown { get; } = Fixtures.Fixture.Compile(Source
        .Replace("await InitializeMapIfNeeded();", "var when = System.DateTime.Now; await InitializeMapIfNeeded(); if (when.Year < 2000) return 0;", StringComparison.Ordinal)
        .Replace("private readonly", "public async Task Warm() => await Task.Delay(1);\n\n    private readonly", StringComparison.Ordinal));

    public static Fixture Fixture => Fixtures.Fixture.Compile(Source);

    public static Fixture Debug => Fixtures.Fixture.Compile(Source, FixtureOptions.Debug);
}
