using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public struct Large { public long A, B, C, D, E, F, G, H, I; } public struct Small { public long A; }
public struct Holder { public Large L; public object? O; }
public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    static void Use<T>(in T t) { }
    async Task Parameter(Large l) { await G(); Use(l); } // !
    async Task Local() { var l = new Large { A = Environment.TickCount }; await G(); Use(l); } // !
    async Task<long> Twice(Large l) { await G(); await G(); return l.A; } // !
    async ValueTask Nested(Holder h) { await G(); Use(h); } // !
    async Task Loop(Large l, int n) { while (n-- > 0) { await G(); Use(l); } } // !
    void Lambda() { Func<Large, Task> f = async l => { await G(); Use(l); }; f(default); } // !

    async Task Little(Small s) { await G(); Use(s); }
    async Task Before(Large l) { Use(l); await G(); }
    async Task Behind() { await G(); var l = new Large { A = Environment.TickCount }; Use(l); }
    async Task Reference(string s) { await G(); Use(s); }
    async Task Boxed(object l) { await G(); Use(l); }
    async Task Part(Large l) { var a = l.A; await G(); Use(a); }
}
