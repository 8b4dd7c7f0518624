using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Tests.Budgets;

public sealed class MethodPatternTests
{
    [TestCase("MyApp.Orders.SubmitAsync", "MyApp.Orders.SubmitAsync", true)]
    [TestCase("MyApp.Orders.SubmitAsync", "MyApp.Orders.SubmitAsync2", false)]
    [TestCase("MyApp.*", "MyApp.Orders.SubmitAsync", true)]
    [TestCase("MyApp.*", "MyApp", false)]
    [TestCase("*", "Anything", true)]
    [TestCase("*Async", "MyApp.Orders.SubmitAsync", true)]
    [TestCase("*.Orders.*Async", "MyApp.Orders.SubmitAsync", true)]
    [TestCase("MyApp.Orders.Submit?sync", "MyApp.Orders.SubmitAsync", true)]
    [TestCase("MyApp.Orders.Submit?sync", "MyApp.Orders.Submitsync", false)]
    [TestCase("MyApp.Orders.<lambda ?>", "MyApp.Orders.<lambda 1>", true)]
    [TestCase("myapp.*", "MyApp.Orders", false)]
    [TestCase("a*b*c", "a-b-b-c", true)]
    [TestCase("a*b*c", "a-b-b-", false)]
    public void AStarStandsForAnyRunAndAQuestionMarkForOne(string pattern, string name, bool expected) =>
        Assert.That(new MethodPattern(pattern).Matches(name), Is.EqualTo(expected));

    [TestCase("MyApp.Orders.SubmitAsync", "MyApp.Orders.*")]
    [TestCase("A.B", "MyApp.Orders.Submit*")]
    [TestCase("MyApp.Orders.*", "MyApp.*")]
    [TestCase("MyApp.Orders.*", "*.SubmitAsync")]
    [TestCase("MyApp.Submit?", "MyApp.*")]
    [TestCase("MyApp.Submit?", "MyApp.Submit*")]
    public void TheMoreSpecificPatternIsGreater(string more, string less)
    {
        Assert.That(new MethodPattern(more), Is.GreaterThan(new MethodPattern(less)));
        Assert.That(new MethodPattern(less), Is.LessThan(new MethodPattern(more)));
    }

    [Test]
    [CancelAfter(5000)]
    public void ManyStarsCostNoMoreThanTheProductOfTheLengths()
    {
        var pattern = new MethodPattern(string.Concat(Enumerable.Repeat("*a", 200)) + "b");

        Assert.That(pattern.Matches(new string('a', 20_000)), Is.False);
    }
}
