using System.Globalization;

namespace AsyncWeave.Fixtures;

/// <summary>
/// A culture whose numbers and dates look like nobody else's, for as long as the scope lives.
/// Made by hand, because machines without ICU know no real one.
/// </summary>
public sealed class AwkwardCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public AwkwardCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberDecimalSeparator = "٫";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.PercentDecimalSeparator = "٫";
        culture.DateTimeFormat.DateSeparator = "!";
        culture.DateTimeFormat.TimeSeparator = "!";
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
