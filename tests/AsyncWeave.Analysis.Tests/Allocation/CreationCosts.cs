using System.Reflection;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Allocation;

/// <summary>What it costs to make the delegate of an async lambda, against the bytes that the running CLR allocates for it.</summary>
[NonParallelizable]
public sealed class CreationCosts
{
    private const string Source = """
        using System; using System.Threading.Tasks;
        public static class Measured
        {
            public static object? Last;
            public static long Bytes(Func<object> make)
            {
                var least = long.MaxValue;
                for (var i = 0; i < 40; i++)
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    Last = make();
                    least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }
                return least;
            }
        }
        public static class CapturesLocals
        {
            public static Func<Task> Make(int id, string text, Guid key) => async () => { await Task.Yield(); Console.Write(id + text + key); };
            public static long Measure() => Measured.Bytes(() => Make(1, "text", default));
        }
        public class CapturesThis
        {
            private int id;
            public Func<Task> Make() => async () => { await Task.Yield(); Console.Write(id); };
            public static long Measure() { var owner = new CapturesThis(); return Measured.Bytes(() => owner.Make()); }
        }
        public static class CapturesNothing
        {
            public static Func<Task> Make() => async () => await Task.Yield();
            public static long Measure() => Measured.Bytes(() => Make());
        }
        public static class LocalFunctionThatIsOnlyCalled
        {
            public static Task Make(int id, string text)
            {
                async Task Write() { await Task.CompletedTask; if (id > 1) Console.Write(text); }
                return Write();
            }
            public static long Measure() => Measured.Bytes(() => Make(1, "text"));
        }
        """;

    [TestCase("CapturesLocals", true)]
    [TestCase("CapturesLocals", false)]
    [TestCase("CapturesThis", true)]
    [TestCase("CapturesThis", false)]
    [TestCase("CapturesNothing", true)]
    [TestCase("CapturesNothing", false)]
    [TestCase("LocalFunctionThatIsOnlyCalled", true)]
    public void AreThoseOfTheRunningClr(string holder, bool optimized)
    {
        var fixture = Fixture.Compile(Source, new FixtureOptions(optimized));
        var method = AssemblyAnalyzer.Analyze(new AnalysisOptions(fixture.AssemblyPath)).Methods
            .Single(candidate => candidate.Form is MethodForm.Lambda or MethodForm.LocalFunction && candidate.Name.StartsWith(holder + ".", StringComparison.Ordinal));

        var bytes = (long)Assembly.LoadFrom(fixture.AssemblyPath).GetType(holder)!.GetMethod("Measure")!.Invoke(null, null)!;

        Assert.That(method.Allocations!.Creation.Bytes, Is.EqualTo(bytes));
    }
}
