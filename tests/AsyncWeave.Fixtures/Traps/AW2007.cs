using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C : IDisposable
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    readonly Task<int> field = null!;
    int Result() => F().Result; // !
    void Wait() { G().Wait(); } // !
    void WaitTimeout() { G().Wait(100); } // !
    int GetResult() => F().GetAwaiter().GetResult(); // !
    int Configured() => F().ConfigureAwait(false).GetAwaiter().GetResult(); // !
    void WaitAll() { Task.WaitAll(F(), G()); } // !
    void WaitAny() { Task.WaitAny(F(), G()); } // !
    int Field() => field.Result; // !
    int Parameter(Task<int> t) => t.Result; // !
    int OfValueTask() => V().Result; // !
    int AsTask() => V().AsTask().Result; // !
    int Lambda() { Func<int> f = () => F().Result; return f(); } // !
    IEnumerable<int> Iterator() { yield return F().Result; } // !
    async Task<int> InAsync() { await G(); return F().Result; } // !
    async Task InAsyncGetResult() { F().GetAwaiter().GetResult(); await G(); } // !
    public void Dispose() { G().Wait(); } // !

    int NotYet(Task<int> t) { if (t.IsCompleted) return 0; return t.Result; } // !
    void WaitsForTheRest(Task t) { if (!t.IsCompleted) t.GetAwaiter().GetResult(); } // !
    async Task<int> OneOfTwo(Task<int> t) { if (await Task.WhenAny(t, Task.Delay(1)) == null) return 0; return t.Result; } // !
    int OtherElements(Task<int>[] ts) => ts.Sum(t => t.Result); // !
    System.Runtime.CompilerServices.TaskAwaiter<int> kept;
    int Kept() => kept.GetResult(); // !
    async Task<int> KeptInAsync() { await G(); return kept.GetResult(); } // !
    int Handed(System.Runtime.CompilerServices.TaskAwaiter<int> a) => a.GetResult(); // !
    async Task<int> NoticesTheTimeout(Task<int> t) { var late = Task.Delay(1); if (await Task.WhenAny(t, late) == late) Console.WriteLine(); return t.Result; } // !
    async Task<int> OneOfThree(Task<int> t, Task u) { var late = Task.Delay(1); if (await Task.WhenAny(t, u, late) == late) return 0; return t.Result; } // !

    int KeptGuarded() => kept.IsCompleted ? kept.GetResult() : 0;
    struct Wrapped { System.Runtime.CompilerServices.TaskAwaiter<int> inner; public int GetResult() => inner.GetResult(); }
    async Task<int> InTime(Task<int> t) { var late = Task.Delay(1); if (await Task.WhenAny(t, late) == late) throw new TimeoutException(); return t.Result; }
    async Task<int> InTimeConfigured(Task<int> t) { var late = Task.Delay(1); var first = await Task.WhenAny(t, late).ConfigureAwait(false); if (first != late) return t.Result; return 0; }
    async Task<int> AwaitedElements(Task<int>[] ts) { await Task.WhenAll(ts); return ts.Sum(t => t.Result); }
    async Task<List<int>> AwaitedList(List<Task<int>> ts) { await Task.WhenAll(ts); var l = new List<int>(); foreach (var t in ts) l.Add(t.Result); return l; }
    async Task<int> WonTheRace(Task<int> t) { var first = await Task.WhenAny(t, Task.Delay(1)); if (first != t) throw new TimeoutException(); return t.Result; }
    Task<int[]> CachedContinuation(int n, List<int> xs) => Task.WhenAll(xs.Select(x => F(x).ContinueWith(t => t.Result + n)));
    int Spun(Task<int> t) { while (!t.IsCompleted) Thread.Sleep(1); return t.Result; }
    Task<int> AllDone(Task<int>[] ts) => Task.Factory.ContinueWhenAll(ts, done => done.Sum(t => t.Result));
    async Task<int> FailsBefore(Task<int> t) { try { Console.WriteLine(); await t; } catch (IOException) { } return t.Result; } // !
    int InFinally(Task<int> t) { try { Spun(t); } finally { t.Wait(); } return 0; } // !
    int WaitCanceled(Task<int> t, CancellationToken c)
    {
        try
        {
            t.Wait(c); // !
        }
        catch (OperationCanceledException) { }
        return t.Result; // !
    }

    int WaitAllCanceled(Task<int> t, CancellationToken c)
    {
        try
        {
            Task.WaitAll(new Task[] { t }, c); // !
        }
        catch (OperationCanceledException) { }
        return t.Result; // !
    }

    async Task<int> AwaitedInTry(Task<int> t) { try { await t; } catch (Exception e) { Console.WriteLine(e); } return t.Result; }
    async Task<int> AwaitedInTryFinally(Task<int> t) { try { await t; } finally { Console.WriteLine(t.Result); } return 0; }
    async Task<int> Awaited() { var t = F(); await t; return t.Result; }
    async Task<int> AwaitedConfigured() { var t = F(); await t.ConfigureAwait(false); return t.Result; }
    async Task<int> AwaitedAll() { var a = F(); var b = F(1); await Task.WhenAll(a, b); return a.Result + b.Result; }
    async Task<int> AwaitedArray() { var ts = new[] { F(), F(1) }; await Task.WhenAll(ts); return ts[0].Result; }
    async Task<int> AwaitedAny() { var t = await Task.WhenAny(F(), F(1)); return t.Result; }
    int Guarded(Task<int> t) { return t.IsCompletedSuccessfully ? t.Result : 0; }
    int GuardedField() { if (field.IsCompleted) return field.Result; return 0; }
    void Continuation() { F().ContinueWith(t => Console.WriteLine(t.Result)); }
    int FromResult() => Task.FromResult(1).Result;
    async Task<int> Plain() { return await F() + await V(); }
    class Own { public int Result => 1; public void Wait() { } }
    int NoTask(Own o) { o.Wait(); return o.Result; }
}
