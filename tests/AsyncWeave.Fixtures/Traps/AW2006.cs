using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    async Task Awaited() { await Task.Run(async () => await G()); } // !classic
    Task Returned() { return Task.Run(async () => await G()); } // !classic
    async Task<int> Result(int x) { return await Task.Run(async () => await F(x)); } // !classic
    void Block() { _ = Task.Run(async () => { await G(); }); } // !classic
    async Task Configured() { await Task.Run(async () => await G().ConfigureAwait(false)); } // !classic
    Task Token(CancellationToken t) { return Task.Run(async () => await G(), t); } // !classic
    void InLoop(int n, int k) { for (var i = 0; i < k; i++) { _ = Task.Run(async () => await F(n)); } } // !classic
    Task Started() { return Task.Factory.StartNew(async () => { await G(); Console.WriteLine(); }); } // !
    Task StartedLong() { return Task.Factory.StartNew(async () => { while (true) await G(); }, TaskCreationOptions.LongRunning); } // !
    async Task StartedAwaitedOnce() { await Task.Factory.StartNew(async () => { await G(); Console.WriteLine(); }); } // !
    Task StartedUnwrappedForwarding() { return Task.Factory.StartNew(async () => await G()).Unwrap(); } // !classic

    Task StartedUnwrapped() { return Task.Factory.StartNew(async () => { await G(); Console.WriteLine(); }).Unwrap(); }
    Task StartedUnwrappedLater(TaskScheduler s) { var t = Task.Factory.StartNew(async () => { await G(); Console.WriteLine(); }, CancellationToken.None, TaskCreationOptions.None, s); return t.Unwrap(); }
    async Task StartedAwaitedTwice() { await await Task.Factory.StartNew(async () => { await G(); Console.WriteLine(); }); }
    async Task<int> StartedAwaitedTwiceConfigured() { return await (await Task.Factory.StartNew(async () => { await G(); return 1; }).ConfigureAwait(false)).ConfigureAwait(false); }
    Task Work() { return Task.Run(() => Console.WriteLine()); }
    Task Direct() { return Task.Run(() => G()); }
    Task Group() { return Task.Run(G); }
    Task Computes(int n) { return Task.Run(async () => { for (var i = 0; i < n; i++) Console.WriteLine(i); await G(); }); }
    Task Background() { return Task.Run(async () => { while (true) { await G(); await Task.Delay(1); } }); }
    void Elsewhere(List<int> l) { _ = l.Select(async x => await F(x)).ToList(); }
    Task StartsWork() { return Task.Factory.StartNew(() => Console.WriteLine()); }
    static class Task2 { public static void Run(Func<Task> f) => f(); }
    void OwnRun() { Task2.Run(async () => await G()); }
}
