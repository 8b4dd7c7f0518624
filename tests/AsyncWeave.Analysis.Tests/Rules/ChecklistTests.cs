using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Rules;

/// <summary>The twelve questions, each answered for methods of which the answer is plain from the source.</summary>
public sealed class ChecklistTests
{
    private const string Source = """
        using System; using System.Collections.Generic; using System.IO; using System.Threading; using System.Threading.Tasks;
        public struct Large { public long A, B, C, D, E, F, G, H, I; }
        public class C
        {
            static void Use<T>(T t) { }
            Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask;
            public async Task<int> Nothing() { Use(1); return 1; }
            public async Task<int> Forwards() => await F();
            public async Task<int> Keeps(string text, long number) { var r = await F().ConfigureAwait(false); Use(text); Use(number); return r; }
            public async Task Each(int[] xs) { foreach (var x in xs) await F(x); }
            public async Task Pages() { var next = 1; while (next > 0) next = await F(next); }
            public async Task Retries() { while (true) { try { await G(); return; } catch (IOException) { Use(1); } } }
            public async Task Stream(IAsyncEnumerable<int> s) { await foreach (var x in s) Use(x); }
            public async Task<int> Early(int x) { if (x > 9) return x; return await F() + 1; }
            public async ValueTask<int> Value() { return await F() + 1; }
            public async Task<int> Blocks() { await G(); return F().Result; }
            public async void Void() { await G(); }
            public async Task Drops() { F(); await G(); }
            public async Task Swallows() { try { await G(); } catch (Exception) { Use(1); } }
            public async Task Holds(Large large) { await G(); Use(large); }
            public async Task Buffer() { var b = new byte[8192]; await G(); Use(b); }
            public void Lambda() { Func<Task> f = async () => { await G(); Use(1); }; f(); }
        }
        """;

    private static readonly Lazy<Model.AssemblyReport> Report = new(() => AssemblyAnalyzer.Analyze(new AnalysisOptions(Fixture.Compile(Source).AssemblyPath)));

    [TestCase("Nothing", 1, "always: nothing is awaited")]
    [TestCase("Keeps", 1, "when nothing suspends it allocates 72 B")]
    [TestCase("Nothing", 2, "no: nothing is awaited")]
    [TestCase("Forwards", 2, "no: it only passes a task on")]
    [TestCase("Keeps", 2, "yes: 1 await")]
    [TestCase("Keeps", 3, "text, number: 16 of ")]
    [TestCase("Forwards", 3, "none")]
    [TestCase("Keeps", 4, "no await captures it")]
    [TestCase("Forwards", 4, "1 of 1 await capture it; a library")]
    [TestCase("Each", 5, "1 of 1")]
    [TestCase("Keeps", 5, "no")]
    [TestCase("Keeps", 6, "it is none")]
    [TestCase("Lambda", 6, "it is one")]
    [TestCase("Early", 7, "it would save 72 B")]
    [TestCase("Value", 7, "it returns one")]
    [TestCase("Keeps", 7, "no path completes synchronously")]
    [TestCase("Each", 8, "where the passes of its loop are independent")]
    [TestCase("Pages", 8, "each pass needs the one before it")]
    [TestCase("Retries", 8, "its loop retries")]
    [TestCase("Stream", 8, "it steps through a stream")]
    [TestCase("Keeps", 8, "no await repeats")]
    [TestCase("Blocks", 9, "1 call may block")]
    [TestCase("Keeps", 9, "no")]
    [TestCase("Void", 10, "no: it is async void")]
    [TestCase("Drops", 10, "a task is dropped")]
    [TestCase("Swallows", 10, "a catch-all swallows cancellation")]
    [TestCase("Keeps", 10, "every task that it starts is awaited, kept, or dropped on purpose")]
    [TestCase("Holds", 11, "a large struct")]
    [TestCase("Buffer", 11, "a buffer that it allocates")]
    [TestCase("Keeps", 11, "no struct of 64 B or more")]
    [TestCase("Keeps", 12, "only a profile can tell")]
    public void Answers(string method, int question, string answer)
    {
        var described = Report.Value.Methods.Single(listed => listed.DisplayName.StartsWith("C." + method + (method == "Lambda" ? "" : "("), StringComparison.Ordinal));

        Assert.That(described.Checklist, Has.Count.EqualTo(12));
        Assert.That(described.Checklist[question - 1].Answer, Does.Contain(answer));
    }
}
