using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public interface IStore { Task SaveAsync(); }
public class C : IStore
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    async Task Nothing() { Console.WriteLine(); } // !
    async Task<int> Value() => 1; // !
    async ValueTask<int> ValueTasks() { return 2; } // !
    async void Void() { Console.WriteLine(); } // !
    public async Task SaveAsync() { Console.WriteLine(); } // !
    async IAsyncEnumerable<int> Stream() { yield return 1; } // !
    void Lambda() { Func<Task> f = async () => Console.WriteLine(); f(); } // !
    Task Local() { return Inner(); async Task Inner() { Console.WriteLine(); } } // !

    async Task Awaits() { await G(); }
    async Task AwaitsInBranch(bool b) { if (b) await G(); }
    async IAsyncEnumerable<int> AwaitingStream() { await G(); yield return 1; }
    async Task Foreach(IAsyncEnumerable<int> s) { await foreach (var x in s) { } }
    async Task Using(IAsyncDisposable d) { await using (d) { } }
    Task NotAsync() => Task.CompletedTask;
    IEnumerable<int> Iterator() { yield return 1; }
    async Task InCatch() { try { Console.WriteLine(); } catch (IOException) { await G(); } }
}
