using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    static void Use<T>(T t) { } static Task S(int x) => Task.CompletedTask;
    static async Task Parameter(long x) { Use(x); await S(1); Use(2); } // !release
    static async Task Text(string s) { Use(s); await S(1); Use(2); } // !release
    static async Task Two(string s, long l) { Use(s); Use(l); await S(1); Use(2); } // !release
    async Task This() { await G(); Use(2); } // !release
    static async ValueTask<int> Value(string s) { Use(s); await S(1); return 2; } // !release
    static async Task<int> Result(object o) { Use(o); await S(1); return 2; } // !release

    static async Task Needed(int x) { await S(1); Use(x); }
    static async Task Nothing() { await S(1); Use(2); }
    static async Task Local() { var x = Environment.TickCount; Use(x); await S(1); Use(2); }
    static Task NotAsync(int x) => S(x);
    static IEnumerable<int> Iterator(int x) { yield return x; }
    static async Task Unused(int x) { await S(1); Use(2); }
    static async Task Loop(int x) { for (var i = 0; i < 3; i++) { Use(x); await S(i); } }
}
