using System.Reflection;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

/// <summary>The price in a finding is what the running CLR allocates less once its advice is followed.</summary>
public sealed class PriceTests
{
    private const string Source = """
        using System; using System.Threading.Tasks;
        public static class Pairs
        {
            public static object AW2001Before(Task<int> task) => Awaits(task);
            public static object AW2001After(Task<int> task) => Forwards(task);
            private static async Task<int> Awaits(Task<int> task) => await task;
            private static Task<int> Forwards(Task<int> task) => task;

            private static Task<int> Same(Task<int> task) => task;
            private static readonly Func<Task<int>, Task<int>> Lambda = async task => await Same(task);
            private static readonly Func<Task<int>, Task<int>> Group = task => Same(task);
            public static object AW2005Before(Task<int> task) => Lambda(task);
            public static object AW2005After(Task<int> task) => Group(task);

            public static object AW2017Before(Task<int> task) => Early(1000, task);
            public static object AW2017After(Task<int> task) { EarlyValue(1000, task); return task; }
            private static async Task<int> Early(int x, Task<int> task) { if (x > 9) return x; return await task + 1; }
            private static async ValueTask<int> EarlyValue(int x, Task<int> task) { if (x > 9) return x; return await task + 1; }
        }
        """;

    [TestCase("AW2001")]
    [TestCase("AW2005")]
    [TestCase("AW2017")]
    public void IsWhatTheRuntimeAllocatesLess(string id)
    {
        var fixture = Fixture.Compile(Source);
        var rule = DiagnosticTable.All.Single(descriptor => descriptor.Id == id);
        var stated = RuleFixture.Findings(rule, Source, FixtureOptions.Release).First(finding => finding.SavesBytes > 0).SavesBytes;
        var pairs = Assembly.LoadFrom(fixture.AssemblyPath).GetType("Pairs")!;

        Assert.That(OnAPlainThread(() => Allocated(pairs, id + "Before") - Allocated(pairs, id + "After")), Is.EqualTo(stated));
    }

    /// <summary>Without the test runner's SynchronizationContext, whose capture costs a continuation of its own.</summary>
    private static long OnAPlainThread(Func<long> measure)
    {
        var measured = 0L;
        var thread = new Thread(() => measured = measure());
        using (ExecutionContext.SuppressFlow())
            thread.Start();
        thread.Join();
        return measured;
    }

    private static long Allocated(Type pairs, string method)
    {
        var call = pairs.GetMethod(method)!.CreateDelegate<Func<Task<int>, object>>();
        var never = new TaskCompletionSource<int>();
        call(never.Task);
        var tasks = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource<int>().Task).ToArray();
        call(tasks[0]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        call(tasks[1]);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
