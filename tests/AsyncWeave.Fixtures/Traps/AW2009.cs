using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    async Task OfTask() { await G(); } // !
    async Task<int> OfTaskOfT() { return await F() + 1; } // !
    async Task OfValueTask() { await W(); } // !
    async Task<int> OfValueTaskOfT() { return await V() + 1; } // !
    async Task Library() { await Task.Delay(1); } // !
    void Lambda() { Func<Task> f = async () => await G(); f(); } // !
    async IAsyncEnumerable<int> Stream() { await G(); yield return 1; } // !
    async Task Body(IAsyncEnumerable<int> s) { await foreach (var x in s.ConfigureAwait(false)) await F(x); } // !

    async Task OwnAwaitable(Own o) { await o; await new Configurable(); } // !
    async Task DisposesCaptured(string path)
    {
        var stream = File.OpenRead(path);
        try { await Task.Run(() => stream.ReadByte()).ConfigureAwait(false); }
        finally
        {
            await stream.DisposeAsync(); // !
        }
    }
    Func<Task> DisposesWhatItsLambdaCaptured(IAsyncDisposable stream) => async () =>
    {
        try { await Task.Delay(1).ConfigureAwait(false); }
        finally
        {
            await stream.DisposeAsync(); // !
        }
    };
    class Configurable { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter(); public System.Runtime.CompilerServices.ConfiguredTaskAwaitable ConfigureAwait(bool b) => Task.CompletedTask.ConfigureAwait(b); }
    class Own { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter(); }

    async Task NotConfigurable(Own o) { await o; }
    async Task Completed() { await Task.CompletedTask; await ValueTask.CompletedTask; }
    async Task<int> FromResult() { return await Task.FromResult(1) + 1; }
    async Task No() { await G().ConfigureAwait(false); }
    async Task<int> NoOfT() { return await F().ConfigureAwait(false) + 1; }
    async Task Yes() { await G().ConfigureAwait(true); }
    async Task Options() { await G().ConfigureAwait(ConfigureAwaitOptions.None); }
    async Task Yield() { await Task.Yield(); }
    async Task Foreach(IAsyncEnumerable<int> s) { await foreach (var x in s) Console.WriteLine(x); }
    async Task Using(IAsyncDisposable d) { await using (d) { } }
    async Task<int> Value() { return await V().ConfigureAwait(false); }
    async Task<int> UsingOfCaptured(string path)
    {
        await using var stream = File.OpenRead(path);
        return await Task.Run(() => stream.ReadByte()).ConfigureAwait(false);
    }
}
