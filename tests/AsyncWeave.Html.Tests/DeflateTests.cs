using System.IO.Compression;
using System.Text;
using AsyncWeave.Report.Html.Deflate;

namespace AsyncWeave.Html.Tests;

/// <summary>The framework's own inflater says whether what was deflated is deflate.</summary>
public sealed class DeflateTests
{
    private static IEnumerable<TestCaseData> Inputs()
    {
        var random = new Random(3);
        var noise = new byte[100_000];
        random.NextBytes(noise);
        yield return new TestCaseData(Array.Empty<byte>()).SetArgDisplayNames("nothing");
        yield return new TestCaseData(new byte[] { 7 }).SetArgDisplayNames("one byte");
        yield return new TestCaseData(new byte[300_000]).SetArgDisplayNames("one byte many times");
        yield return new TestCaseData(noise).SetArgDisplayNames("noise");
        yield return new TestCaseData(noise.Select(b => (byte)(b % 3)).ToArray()).SetArgDisplayNames("three letters");
        yield return new TestCaseData(noise[..40_000].Concat(noise[..40_000]).ToArray()).SetArgDisplayNames("a repetition beyond the window");
        yield return new TestCaseData(noise[..32_768].Concat(noise[..32_768]).ToArray()).SetArgDisplayNames("a repetition at its edge");
        yield return new TestCaseData(Enumerable.Range(0, 300_000).Select(_ => (byte)System.Numerics.BitOperations.TrailingZeroCount(random.Next() | 1 << 30)).ToArray()).SetArgDisplayNames("counts that halve, which want long codes");
        yield return new TestCaseData(Encoding.UTF8.GetBytes(string.Join(",", Enumerable.Range(0, 50_000).Select(i => $"[{i},\"Method{i % 977}\",{i % 13}]")))).SetArgDisplayNames("rows");
    }

    [TestCaseSource(nameof(Inputs))]
    public void InflatesToWhatItWas(byte[] input)
    {
        using var inflate = new DeflateStream(new MemoryStream(DeflateEncoder.Encode(input)), CompressionMode.Decompress);
        using var output = new MemoryStream();
        inflate.CopyTo(output);
        Assert.That(output.ToArray(), Is.EqualTo(input));
    }

    [Test]
    public void IsNearlyAsSmallAsTheFrameworks()
    {
        var rows = Encoding.UTF8.GetBytes(string.Join(",", Enumerable.Range(0, 50_000).Select(i => $"[{i},\"Method{i % 977}\",{i % 13}]")));
        using var reference = new MemoryStream();
        using (var deflate = new DeflateStream(reference, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(rows);
        Assert.That(DeflateEncoder.Encode(rows), Has.Length.LessThan(reference.Length * 1.1));
    }

    [Test]
    public async Task TheViewersOwnInflaterReadsItToo()
    {
        await using var open = await OpenPage.Of(Samples.Many.Methods(300), "#/methods", withoutDecompression: true);
        Assert.That(await open.Text("#view .count"), Does.StartWith("300 methods"));
    }
}
