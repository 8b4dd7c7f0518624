using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    async Task While(bool b) { while (b) { await G(); } } // !
    async Task For() { for (var i = 0; i < 3; i++) await F(i); } // !
    async Task Foreach(List<int> l) { foreach (var x in l) { await F(x); } } // !
    async Task Do(int n) { do { await G(); } while (n-- > 0); } // !
    async Task Condition() { while (await F() > 0) { } } // !
    async Task Retry() { for (var i = 0; i < 3; i++) { try { await G(); return; } catch (IOException) { } } } // !
    async Task Goto(int n) { again: await G(); if (n-- > 0) goto again; } // !
    async Task InAsyncForeach(IAsyncEnumerable<int> s) { await foreach (var x in s) { await F(x); } } // !
    async IAsyncEnumerable<int> Stream() { for (var i = 0; i < 3; i++) { yield return await F(i); } } // !
    void Lambda(List<int> l) { Func<Task> f = async () => { foreach (var x in l) await F(x); }; f(); } // !

    async Task Straight() { await G(); await G(); }
    async Task Before(List<int> l) { await G(); foreach (var x in l) Console.WriteLine(x); }
    async Task Behind(List<int> l) { foreach (var x in l) Console.WriteLine(x); await G(); }
    async Task Source() { foreach (var x in await Task.FromResult(new int[2])) Console.WriteLine(x); }
    async Task Initializer() { for (var i = await F(); i < 3; i++) Console.WriteLine(i); }
    async Task AsyncForeach(IAsyncEnumerable<int> s) { await foreach (var x in s) Console.WriteLine(x); }
    async Task AsyncForeachInLoop(IAsyncEnumerable<int> s, int n) { while (n-- > 0) { await foreach (var x in s) { Console.WriteLine(x); } } }
    async Task LeavesAtOnce() { while (true) { await G(); break; } }
    async Task ReturnsAfter(List<int> l) { foreach (var x in l) { if (x == 1) { await F(x); return; } } }
    async Task Batch(List<int> l) { await Task.WhenAll(l.Select(x => F(x))); }
}
