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

    public static Fixture Fixture => Fixtures.Fixture.Compile(Source);

    public static Fixture Debug => Fixtures.Fixture.Compile(Source, FixtureOptions.Debug);
}
