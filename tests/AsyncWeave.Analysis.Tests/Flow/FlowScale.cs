using System.Diagnostics;
using System.Text;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Tests.Flow.Shapes;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Real and huge bodies: all are understood, and in time that grows with their length.</summary>
[Category("Slow")]
public sealed class FlowScale
{
    [TestCase("Microsoft.NETCore.App")]
    [TestCase("Microsoft.AspNetCore.App")]
    public void EveryBodyOfTheSharedFrameworkIsUnderstood(string framework)
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var directory = Path.Combine(core, "..", "..", framework, Path.GetFileName(core));
        var (methods, awaits, runtimeAsync) = (0, 0, 0);
        var failures = new List<string>();
        foreach (var path in Directory.EnumerateFiles(directory, "*.dll").Order(StringComparer.Ordinal))
        {
            foreach (var (method, flow) in Traced(path, failures))
            {
                methods++;
                awaits += flow.Suspensions.Count;
                runtimeAsync += method.StateMachineHandle.IsNil ? 1 : 0;
            }
        }

        TestContext.Out.WriteLine($"{framework}: {methods} methods, {awaits} awaits, {runtimeAsync} runtime-async methods");
        Assert.That(failures, Is.Empty);
        Assert.That(awaits, Is.GreaterThan(500));
    }

    [Test]
    public void TwoThousandAwaitsAndFiveThousandLocalsEndInSeconds()
    {
        var source = new StringBuilder("async Task Long(int n)\n{\n");
        for (var i = 0; i < 5000; i++)
            source.Append($"var x{i} = Get(n);\n").Append(i % 5 < 2 ? $"await A(x{i});\n" : "").Append(i >= 10 ? $"Use(x{i - 10});\n" : "");
        using var module = Opened.Module(Fixture.Compile(Prelude.With(source.Append("}\n").ToString())).AssemblyPath);
        var method = AsyncMethodFinder.Find(module).Single();
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var flow = MoveNextFlow.Trace(module, method, module.Symbols.Of(method.BodyToken));

        Assert.That(flow.Suspensions, Has.Count.EqualTo(2000));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - allocatedBefore, Is.LessThan(1_000_000_000));
    }

    private static IEnumerable<(AsyncMethod Method, MethodFlow Flow)> Traced(string path, List<string> failures)
    {
        var traced = new List<(AsyncMethod, MethodFlow)>();
        try
        {
            using var module = Opened.Module(path);
            foreach (var method in AsyncMethodFinder.Find(module))
                traced.Add((method, MoveNextFlow.Trace(module, method, module.Symbols.Of(method.BodyToken))));
        }
        catch (UnreadableAssemblyException)
        {
            // native libraries stand among the assemblies
        }
        catch (UnknownShapeException unknown)
        {
            failures.Add(unknown.Message);
        }

        return traced;
    }
}
