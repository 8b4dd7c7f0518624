using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task Own(int x) => Task.CompletedTask; Task Own(int x, CancellationToken t) => Task.CompletedTask; Task Optional(int x, CancellationToken t = default) => Task.CompletedTask; Task Without(int x) => Task.CompletedTask;
    async Task Delay(CancellationToken t) { await Task.Delay(1); } // !
    async Task Overload(CancellationToken t) { await Own(1); } // !
    async Task LeftOut(CancellationToken t) { await Optional(1); } // !
    async Task Configured(CancellationToken t) { await Task.Delay(1).ConfigureAwait(false); } // !
    async Task Text(TextReader r, CancellationToken t) { await r.ReadLineAsync(); } // !
    void Lambda() { Func<CancellationToken, Task> f = async t => await Task.Delay(1); f(default); } // !

    async Task Passed(CancellationToken t) { await Task.Delay(1, t); }
    async Task PassedOptional(CancellationToken t) { await Optional(1, t); }
    async Task None(CancellationToken t) { await Optional(1, CancellationToken.None); }
    async Task Linked(CancellationToken t) { using var l = CancellationTokenSource.CreateLinkedTokenSource(t); await Task.Delay(1, l.Token); }
    async Task NoOverload(CancellationToken t) { await Without(1); }
    async Task NoToken() { await Task.Delay(1); }
    async Task Variable(Task w, CancellationToken t) { await w; }
}
