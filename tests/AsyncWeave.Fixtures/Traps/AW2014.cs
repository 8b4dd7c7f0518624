using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    static int N() => 1; static string T() => ""; static void Use(int a, int b) { } int field; static int Sum(int a, int b) => a + b;
    async Task Argument() { Use(N(), await F()); } // !release
    async Task<int> Operator() { return N() + await F(); } // !release
    async Task<string> Text() { return T() + await F(); } // !release
    async Task<int> Call() { return Sum(N(), await F()); } // !release
    async Task<int> TwoAwaits() { return await F(1) + await F(2); } // !release
    async Task<int[]> Array() { return new[] { N(), await F() }; } // !release

    async Task First() { Use(await F(), N()); }
    async Task<int> Before() { var f = await F(); return N() + f; }
    async Task Foreach(List<int> l) { foreach (var x in l) { await F(x); } }
    async Task Using() { using (var s = new MemoryStream()) { await G(); } }
    async Task Finally() { try { await G(); } finally { await G(); } }
    async Task<int> Constant() { return Sum(1, await F()); }
    async Task<int> Alone() { return await F(); }
}
