using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using AsyncWeave.Analysis;
using AsyncWeave.Cli.Verify;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Cli.Tests.Verify;

public sealed class VerifyCommandTests
{
    private const string Source = """
        using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;
        public class Orders<T> where T : IComparable<T>
        {
            private string name = "";
            public async Task<int> Submit(int id, Guid key, T item) { await Task.Yield(); return id + name.Length + key.GetHashCode() + item.GetHashCode(); }
            public async ValueTask<U> Generic<U, V>(U value, V other) where V : struct { await Task.Delay(1); return other.Equals(value) ? value : value; }
            public async IAsyncEnumerable<decimal> Stream() { await Task.Delay(1); yield return 1m; }
            public IEnumerable<DateTime> Days(DateTime first) { for (var i = 0; i < 3; i++) yield return first.AddDays(i); }
            public async void Fire(Memory<byte> memory) { await Task.Yield(); memory.Span[0] = 1; }
        }
        """;

    [TestCase(true)]
    [TestCase(false)]
    public void ComputedLayoutsAreThoseOfTheRunningClr(bool optimize)
    {
        var fixture = Fixture.Compile(Source, new FixtureOptions(optimize));

        var run = CliRun.Of("verify", fixture.AssemblyPath, "--json");

        using var outcome = JsonDocument.Parse(run.Out);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Out);
            Assert.That(outcome.RootElement.GetProperty("stateMachines").GetInt32(), Is.EqualTo(5));
            Assert.That(outcome.RootElement.GetProperty("values").GetInt32(), Is.GreaterThan(40));
            Assert.That(outcome.RootElement.GetProperty("differences").GetArrayLength(), Is.Zero);
            Assert.That(outcome.RootElement.GetProperty("skipped").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public void SaysThatItLoads()
    {
        var run = CliRun.Of("verify", Fixture.Compile(Source).AssemblyPath);

        Assert.That(run.Error, Does.Contain("loads the assemblies"));
        Assert.That(run.Out, Does.Contain("0 different"));
    }

    [TestCase("System.Private.CoreLib.dll")]
    [TestCase("System.Net.Http.dll")]
    public void FrameworkAssembliesAgree(string name)
    {
        var run = CliRun.Of("verify", Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name));

        Assert.That(run.ExitCode, Is.Zero, run.Out);
    }

    [Test]
    public void WrongFiguresAreFound()
    {
        var fixture = Fixture.Compile(Source);
        var report = AssemblyAnalyzer.Analyze(new AnalysisOptions(fixture.AssemblyPath) { TargetRuntime = Verifier.Runtime });
        var method = report.Methods.Single(candidate => candidate.Name == "Orders.Submit");
        var machine = method.StateMachine!;
        var wrong = machine with
        {
            Size = machine.Size + 8,
            Fields = [machine.Fields[0] with { Offset = machine.Fields[0].Offset + 1 }, .. machine.Fields.Skip(1)],
        };

        var outcome = new AssemblyVerification(report with { Methods = [method with { StateMachine = wrong }] }, Assembly.LoadFrom(fixture.AssemblyPath)).Run();

        Assert.That(outcome.Differences.Select(difference => (difference.What, difference.Predicted - difference.Actual)),
            Is.EqualTo(new[] { ("size", 8), (machine.Fields[0].Name + ": offset", 1) }));
    }

    [Test]
    public void MissingFileIsUnreadable() => Assert.That(CliRun.Of("verify", "nowhere.dll").ExitCode, Is.EqualTo(3));
}
