using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    void Statement() { G(); } // !
    void Result() { F(); } // !
    void ValueTasks() { W(); } // !
    async Task InAsync() { G(); await F(); } // !
    void Run() { Task.Run(() => 1); } // !
    void ContinueWith(Task t) { t.ContinueWith(x => { }); } // !
    void Configured() { G().ConfigureAwait(false); } // !
    void Lambda() { Action a = () => G(); a(); } // !
    void Invoke(Func<Task> f) { f(); } // !
    void Conditional(C? c) { c?.G(); } // !
    IEnumerable<int> Iterator() { G(); yield return 1; } // !

    void Meant() { _ = G(); }
    async Task MeantInAsync() { _ = F(); await G(); }
    void Variable() { var t = G(); }
    Task Returned() => G();
    void Stored(List<Task> l) { l.Add(G()); }
    async Task Awaited() { await G(); await Task.WhenAny(F(), F(1)); }
    void Passed() { Task.WaitAll(G()); }
    void Blocked() { G().Wait(); }
    void NoTask(List<int> l) { l.Remove(1); new HashSet<int>().Add(1); }
}
