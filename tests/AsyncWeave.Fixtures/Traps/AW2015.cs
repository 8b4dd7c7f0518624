using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task Own(int x) => Task.CompletedTask; Task Own(int x, CancellationToken t) => Task.CompletedTask; Task Optional(int x, CancellationToken t = default) => Task.CompletedTask; Task Without(int x) => Task.CompletedTask;
    async Task Delay(CancellationToken t) { await Task.Delay(1); } // !
    async Task Overload(CancellationToken t) { await Own(1); } // !
    async Task LeftOut(CancellationToken t) { await Optional(1); } // !
    async Task Configured(CancellationToken t) { await Task.Delay(1).ConfigureAwait(false); } // !
    async Task Text(TextReader r, CancellationToken t) { await r.ReadLineAsync(); } // !
    void Captured(CancellationToken t) { Func<Task> f = async () => { t.ThrowIfCancellationRequested(); await Task.Delay(1); }; f(); } // !
    Task LocalFunction(CancellationToken t) { return Inner(); async Task Inner() { t.ThrowIfCancellationRequested(); await Task.Delay(1); } } // !
    class Service { CancellationToken stopping; protected async Task Field() { await Task.Delay(1); } } // !
    class Middle { Task Take(CancellationToken t, int x) => Task.CompletedTask; Task Take(int x) => Task.CompletedTask; async Task M(CancellationToken t) { await Take(1); } } // !
    void Lambda() { Func<CancellationToken, Task> f = async t => await Task.Delay(1); f(default); } // !
    class Generic { Task Take<T>(T x) => Task.CompletedTask; Task Take<U>(U x, CancellationToken t) => Task.CompletedTask; async Task M(CancellationToken t) { await Take(1); } } // !
    class Giving { Task Take() => Task.CompletedTask; Task<int> Take(CancellationToken t) => Task.FromResult(1); async Task M(CancellationToken t) { await Take(); } } // !

    class Older { Task Take() => Task.CompletedTask; [Obsolete] Task Take(CancellationToken t) => Task.CompletedTask; async Task M(CancellationToken t) { await Take(); } }
    class Hidden { public Task Take() => Task.CompletedTask; private Task Take(CancellationToken t) => Task.CompletedTask; async Task M(CancellationToken t) { await Take(); } }
    class More { Task Take() => Task.CompletedTask; Task Take(int x, CancellationToken t) => Task.CompletedTask; async Task M(CancellationToken t) { await Take(); } }
    class Ends : IAsyncDisposable { CancellationToken stopping; public async ValueTask DisposeAsync() { await Task.Delay(1); } }
    class Shared { CancellationToken stopping; static async Task Static() { await Task.Delay(1); } }
    async Task Cleanup(CancellationToken t) { try { await Task.Delay(1, t); } finally { await Task.Delay(1); } }
    async Task Carried(CancellationToken t) { await Ask(new Question(t)); } record Question(CancellationToken T); Task Ask(Question q) => Task.CompletedTask; Task Ask(Question q, CancellationToken t) => Task.CompletedTask;
    async Task Passed(CancellationToken t) { await Task.Delay(1, t); }
    async Task PassedOptional(CancellationToken t) { await Optional(1, t); }
    async Task None(CancellationToken t) { await Optional(1, CancellationToken.None); }
    async Task Linked(CancellationToken t) { using var l = CancellationTokenSource.CreateLinkedTokenSource(t); await Task.Delay(1, l.Token); }
    async Task NoOverload(CancellationToken t) { await Without(1); }
    async Task NoToken() { await Task.Delay(1); }
    async Task Variable(Task w, CancellationToken t) { await w; }
}
