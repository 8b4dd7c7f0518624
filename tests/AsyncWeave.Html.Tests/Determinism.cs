using System.Globalization;
using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Report.Html;

namespace AsyncWeave.Html.Tests;

public sealed class Determinism
{
    [Test]
    public void TheSameReportGivesTheSameBytesUnderAnyCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        var first = Written();
        CultureInfo.CurrentCulture = Awkward();
        var second = Written();
        CultureInfo.CurrentCulture = culture;
        Assert.That(second, Is.EqualTo(first));
        Assert.That(first, Does.Not.Contain((byte)'\r'));
        Assert.That(first[0], Is.EqualTo((byte)'<'), "no byte order mark");
    }

    private static CultureInfo Awkward()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo { NumberGroupSeparator = "'", NumberDecimalSeparator = ",", NegativeSign = "~" };
        return culture;
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(stream, Shop.Report());
        return stream.ToArray();
    }
}
