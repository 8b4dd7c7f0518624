using AsyncWeave.Fixtures;
using AsyncWeave.Model;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Tests.Text;

public sealed class ExplanationTests
{
    [Test]
    public void AnswersTheThreeQuestionsInEightyColumns()
    {
        var text = Explain(DrawnMethods.Checkout, TextOptions.Default);
        Assert.That(Snapshot.Difference(text, "Explanation"), Is.Null);
        Assert.That(text.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    [Test]
    public void IsTheSameInEveryCulture()
    {
        var expected = Explain(DrawnMethods.Checkout, TextOptions.Default);
        using (new AwkwardCulture())
            Assert.That(Explain(DrawnMethods.Checkout, TextOptions.Default), Is.EqualTo(expected));
    }

    [Test]
    public void FallsBackToAscii() =>
        Assert.That(Explain(DrawnMethods.Checkout, new TextOptions(80, Glyphs.Ascii)), Has.All.LessThan('\u0080'));

    [Test]
    public void NeverShowsALowerBoundAsASize()
    {
        var machine = DrawnMethods.Checkout.StateMachine! with { Exact = false, InexactBecause = "Shop.Line of Shop.Model could not be resolved" };
        var text = Explain(DrawnMethods.Checkout with { StateMachine = machine }, TextOptions.Default);
        Assert.That(text, Does.Contain("Size: ≥ 136 bytes").And.Contain("Shop.Line of Shop.Model"));
    }

    [Test]
    public void ManyAwaitsAreBrokenIntoBlocksAndVeryManyIntoNumbers()
    {
        Assert.That(Lanes(40), Does.Contain("●━━●").And.Not.Contain("#0-39"));
        Assert.That(Lanes(2000), Does.Contain("order: #0-1999"));
        Assert.That(Lanes(2000).Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
    }

    private static string Lanes(int awaits)
    {
        var method = DrawnMethods.Checkout;
        var order = method.StateMachine!.Fields[0] with { LiveAcross = [.. Enumerable.Range(0, awaits)] };
        var many = method with
        {
            Awaits = [.. Enumerable.Range(0, awaits).Select(i => method.Awaits[0] with { Index = i })],
            StateMachine = method.StateMachine with { Fields = [order] },
        };
        return string.Join('\n', LaneDiagram.Write(many, TextOptions.Default));
    }

    private static string Explain(MethodReport method, TextOptions options) =>
        string.Concat(Explanation.Write(method, Drawn.Net10, options).Select(line => line + "\n"));
}
