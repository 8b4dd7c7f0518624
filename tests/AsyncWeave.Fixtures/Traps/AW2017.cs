using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    readonly Dictionary<int, string> cache = new(); string text = "a"; Task<string> Load(int x) => Task.FromResult("");
    async Task<string> Cached(int x) { if (cache.TryGetValue(x, out var s)) return s; return await Load(x); } // !classic
    async Task<string> Early(bool b) { if (b) return text; return await Load(1); } // !classic
    async Task<int> Number(int x) { if (x > 9) return x; return await F(x); } // !classic
    async Task<long> Long(long l) { if (l > 9) return l; await G(); return 1; } // !classic
    async Task<int> Big(bool b) { if (b) return 1000; return await F(); } // !classic
    async Task<object> Made(bool b) { if (b) return new object(); await G(); return 1; } // !classic

    async Task<bool> Truth(bool b) { if (b) return true; await G(); return false; }
    async Task<int> Little(bool b) { if (b) return 1; return await F(); }
    async Task<string?> Null(bool b) { if (b) return null; return await Load(1); }
    async Task<string> Always(int x) { var s = await Load(x); return s + x; }
    async ValueTask<string> ValueTasks(bool b) { if (b) return text; return await Load(1); }
    async Task NoResult(bool b) { if (b) return; await G(); }
    async Task<string> Throws(bool b) { if (b) throw new IOException(); return await Load(1); }
}
