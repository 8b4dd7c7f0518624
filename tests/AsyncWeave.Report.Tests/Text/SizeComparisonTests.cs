using AsyncWeave.Model;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Tests.Text;

public sealed class SizeComparisonTests
{
    [Test]
    public void ALowerBoundIsMarkedAndExplained()
    {
        var method = Samples.Method(size: 56);
        var bound = method with { StateMachine = method.StateMachine! with { Size = 48, Exact = false, InexactBecause = "Line of Shop.Model was not found" } };
        var older = Samples.Report(bound) with { Runtime = new RuntimeInfo("net472", "x64", 8, "package") };

        var lines = SizeComparison.Write([older, Samples.Report(method)], [method], TextOptions.Default).Select(line => line.ToString()).ToList();

        Assert.That(lines[1], Does.Contain("≥ 48 B").And.Contain(" 56 B"));
        Assert.That(lines[2], Is.EqualTo("≥ is a lower bound; --runtime net472 alone says why"));
        Assert.That(SizeComparison.Write([Samples.Report(method)], [method], TextOptions.Default).Count(), Is.EqualTo(2));
    }
}
