using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>A body that never comes to an end of its own is measured as any other.</summary>
public sealed class EndlessMethods
{
    [Test]
    public void WithoutAwaitAreMeasured([Values] bool optimize)
    {
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(Fixture.Compile("""
            using System.Threading.Tasks;
            public class Spin
            {
                public async Task Empty() { while (true) { } }
                public async Task Counting() { var i = 0; while (true) i++; }
                public async Task<int> Twice() { var i = 0; while (true) { while (i < 10) i++; i = 0; } }
                public void Outer() { Local(); async void Local() { while (true) { continue; } } }
            }
            """, new FixtureOptions(Optimize: optimize)).AssemblyPath));

        Assert.That(report.Methods.Select(method => (method.StateMachine is not null, method.AwaitCount)), Is.EqualTo(Enumerable.Repeat((true, 0), 4)));
        Assert.That(report.Diagnostics.Select(finding => finding.Id), Has.None.StartsWith("AW0"));
    }
}
