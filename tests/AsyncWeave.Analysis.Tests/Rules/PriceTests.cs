using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

/// <summary>The price in a finding is what the running CLR allocates less once its advice is followed.</summary>
public sealed class PriceTests
{
    [TestCase("AW2001")]
    [TestCase("AW2005")]
    [TestCase("AW2010")]
    [TestCase("AW2011")]
    [TestCase("AW2013")]
    [TestCase("AW2014")]
    [TestCase("AW2017")]
    public void IsWhatTheRuntimeAllocatesLess(string id)
    {
        var stated = Stated(id).SavesBytes;
        var pair = Loaded(id);

        Assert.That(stated, Is.GreaterThan(0));
        Assert.That(OnAPlainThread(() => Allocated(Call(pair, "Before")) - Allocated(Call(pair, "After"))), Is.EqualTo(stated));
    }

    [Test]
    public void OfNoAwaitIsTheTaskOfEachCall()
    {
        var said = Regex.Match(Stated("AW2002").Message, @"and (\d+) B of heap for each call", RegexOptions.CultureInvariant).Groups[1].Value;
        var before = Call(Loaded("AW2002"), "Before");

        Assert.That(OnAPlainThread(() => Allocated(before)).ToString(CultureInfo.InvariantCulture), Is.EqualTo(said));
    }

    [Test]
    public void OfATaskRunIsTheLambdasOwn()
    {
        var pair = Loaded("AW2006");
        var lambda = pair.GetNestedTypes(BindingFlags.NonPublic).SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic)).Single(method => method.Name.StartsWith("<Before>b__", StringComparison.Ordinal));
        var captured = lambda.DeclaringType!.GetField("task")!;
        var own = OnAPlainThread(() => Allocated(task => Bound(task)()));

        Assert.That(own, Is.EqualTo(Stated("AW2006").SavesBytes + SizeOfClosureAndDelegate()));

        Func<Task<int>> Bound(Task<int> task)
        {
            var closure = Activator.CreateInstance(lambda.DeclaringType!)!;
            captured.SetValue(closure, task);
            return lambda.CreateDelegate<Func<Task<int>>>(closure);
        }

        long SizeOfClosureAndDelegate() => OnAPlainThread(() => Allocated(Bound));
    }

    private static Diagnostic Stated(string id) =>
        RuleFixture.Findings(DiagnosticTable.All.Single(descriptor => descriptor.Id == id), PricePairs.SourceOf(id), FixtureOptions.Release).First();

    private static Type Loaded(string id) => Assembly.LoadFrom(Fixture.Compile(PricePairs.SourceOf(id)).AssemblyPath).GetType("Pair")!;

    private static Func<Task<int>, object> Call(Type pair, string method) => pair.GetMethod(method)!.CreateDelegate<Func<Task<int>, object>>();

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

    /// <summary>Heap bytes of one call that suspends, the first calls' own costs aside.</summary>
    private static long Allocated(Func<Task<int>, object> call)
    {
        var tasks = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource<int>().Task).ToArray();
        call(tasks[0]);
        call(tasks[1]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        call(tasks[2]);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
