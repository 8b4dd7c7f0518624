using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    void Take(Func<Task> f) { f(); } void Take(Func<int, Task<int>> f) { f(1); }
    void Arrow() { Take(async () => await G()); } // !classic
    void Argument() { Take(async x => await F(x)); } // !classic
    void Block() { Take(async () => { await G(); }); } // !classic
    void BlockReturns() { Take(async x => { return await F(x); }); } // !classic
    void Configured() { Take(async () => await G().ConfigureAwait(false)); } // !classic
    void Closure(int y) { Take(async () => await F(y)); } // !classic
    void Select(List<int> l) { _ = l.Select(async x => await F(x)).ToList(); } // !classic
    void Delegate() { Func<Task> f = async delegate { await G(); }; f(); } // !classic
    async Task InAsync() { await Task.Yield(); Take(async x => await F(x)); } // !classic

    void More() { Take(async () => { Console.WriteLine(); await G(); }); }
    void Behind() { Take(async () => { await G(); Console.WriteLine(); }); }
    void Twice() { Take(async x => await F(await F(x))); }
    void Changed() { Take(async x => await F(x) + 1); }
    void OtherType() { Func<ValueTask<int>> f = async () => await F(); f(); }
    void Void() { Action f = async () => await G(); f(); }
    void Protected() { Take(async () => { try { await G(); } catch (IOException) { } }); }
    void NotAsync() { Take(() => G()); }
    async Task<int> Method(int x) => await F(x);
    void DisposesOfTheResult(Task<MemoryStream> t) { Take(async () => { using var s = await t; }); }
}
