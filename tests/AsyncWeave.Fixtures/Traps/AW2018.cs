using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    static int Hash(string s) => s.Length; static void Use<T>(T t) { } static int Both(string a, int b) => a.Length + b;
    async Task Parameter(string s) { await G(); Use(Hash(s)); } // !classic
    async Task Text(string s) { await G(); Use(Path.GetFileName(s)); } // !classic
    async Task Constant(string s) { await G(); Use(Both(s, 3)); } // !classic
    async Task<int> Returned(string s) { await G(); return Hash(s); } // !classic
    async ValueTask<int> OfValueTask(string s) { await G(); return Hash(s); } // !classic
    void Lambda() { Func<string, Task<int>> f = async s => { await G(); return Hash(s); }; f(""); } // !classic

    async Task Before(string s) { var h = Hash(s); await G(); Use(h); }
    async Task Fed(string s) { var n = await F(); Use(Both(s, n)); }
    async Task Effect(string s) { await G(); Use(s); }
    async Task Twice(string s) { await G(); Use(Hash(s)); Use(s); }
    async Task Instance(string s) { await G(); Use(s.Trim()); }
    async Task Alone(string s) { await G(); Console.WriteLine(s); }
}
