using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class Base { } public class Derived : Base { }
public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    Task<Derived> D() => null!;
    async Task<int> Block() { return await F(); } // !classic
    async Task<int> Arrow() => await F(); // !classic
    async Task<int> Configured() => await F().ConfigureAwait(false); // !classic
    async Task Statement() { await G(); } // !classic
    async Task ResultDropped() { await F(); } // !classic
    async Task<int> WorkBefore(int x) { x *= 3; Console.WriteLine(x); return await F(x); } // !classic
    async Task<int> TwoWays(bool b) { if (b) return await F(1); return await F(2); } // !classic
    async ValueTask<int> ValueTasks() => await V(); // !classic
    async Task<T> Generic<T>(Task<T> task) => await task; // !classic
    async Task<int> UsingBefore() { using (var s = new MemoryStream()) { s.WriteByte(1); } return await F(); } // !classic
    async Task<int> LockBefore() { lock (this) { Console.WriteLine(); } return await F(); } // !classic
    Task Local() { return Inner(); async Task Inner() => await G(); } // !classic

    async Task<int> Conditional(bool b) => b ? await F(1) : await F(2); // !classic

    async Task Returns(bool b) { if (b) { await G(); return; } Console.WriteLine(); await G(); } // !classic
    async Task<int> Switched(object o) { return o switch { string s => await F(s.Length), int i => await F(i), _ => throw new ArgumentException() }; } // !classic

    async Task<int> KeptBefore(Task<int> t, int r) { await t; return r; }
    async Task DisposesOfTheResult(Task<MemoryStream> t) { using var s = await t; }
    async Task<MemoryStream> DisposesOfTheOther(Task<MemoryStream> t) { using (await t) { } return await t; }
    async Task<int> ByOthers() => await Quietly(F());
    static System.Runtime.CompilerServices.ConfiguredTaskAwaitable<T> Quietly<T>(Task<T> task) => task.ConfigureAwait(false);
    async Task<Base> NoCovariance() => await D();
    async Task<long> Widened() => await F();
    async Task<int?> Lifted() => await F();
    async ValueTask<int> Wrapped() => await F();
    async Task<int> Unwrapped() => await V();
    async Task<int> Calculated() { return await F() + 1; }
    async Task<int> Stored() { var r = await F(); return r; }
    async Task<int> Using() { using var s = new MemoryStream(); return await F(); }
    async Task<int> Try() { try { return await F(); } catch (IOException) { return 1; } }
    async Task<int> Finally() { try { return await F(); } finally { Console.WriteLine(); } }
    async Task<int> OtherWay(bool b) { if (b) return 1; return await F(); }
    async Task Early(bool b) { if (b) return; await G(); }
    async Task Twice() { await G(); await G(); }
    async Task Loop() { while (true) { await G(); } }
    async Task<int> Nested() { return await F(await F()); }
    async Task Foreach(IAsyncEnumerable<int> s) { await foreach (var x in s) { } }
    static readonly AsyncLocal<int> Ambient = new();
    async Task<int> SetsAmbient() { Ambient.Value = 1; return await F(); }
    async void Void() => await G();
    void Lambda() { Func<Task> f = async () => await G(); f(); }
}
