using System.Runtime.CompilerServices;

namespace AsyncWeave.Peers.Tests;

/// <summary>What the documents say of other analyzers is what they find in this run.</summary>
public sealed class ComparisonTests
{
    private static readonly Lazy<string> Page = new(() => ReadPage());

    [Test]
    public void NamesThePackages() => Assert.That(Page.Value, Does.Contain(Comparison.Packages()));

    [Test]
    public void TabulatesWhatPeersFindInTheSources() => Assert.That(Page.Value, Does.Contain(Comparison.OverTheSources()));

    [Test]
    public void TabulatesWhatPeersFindInTheSamples() => Assert.That(Page.Value, Does.Contain(Comparison.OverTheSamples()));

    private static string ReadPage([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/rules/comparison.md")).ReplaceLineEndings("\n");
}
