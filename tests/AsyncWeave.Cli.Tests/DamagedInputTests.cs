namespace AsyncWeave.Cli.Tests;

/// <summary>Bytes thrown about at random, the same ones in every run: whatever comes of it is said, and never a fault of ours.</summary>
public sealed class DamagedInputTests
{
    [Test]
    [CancelAfter(120_000)]
    public void NeverEndsInAFaultOfTheTool()
    {
        using var place = new Workspace();
        var whole = File.ReadAllBytes(Shop.Fixture.AssemblyPath);
        var metadata = whole.AsSpan().IndexOf("BSJB"u8);
        var random = new Random(20);
        for (var i = 0; i < 60; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var hits = random.Next(1, 12); hits > 0; hits--)
                bytes[random.Next(metadata, bytes.Length)] = (byte)random.Next(256);
            place.Write($"damaged{i:000}.dll", i % 10 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
        }

        var run = place.Run("scan", ".", "--json", "all.json");

        Assert.That(run.ExitCode, Is.EqualTo(3), string.Join('\n', run.ErrorLines.Where(line => !line.Contains("AW0001", StringComparison.Ordinal))));
        Assert.That(run.ErrorLines, Has.All.StartWith("asyncweave: unreadable input: AW0001: "));
    }
}
