using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    static void Use<T>(T t) { }
    async Task Constant() { var b = new byte[8192]; await G(); Use(b); } // !classic
    async Task Unknown(int n) { var b = new byte[n]; await G(); Use(b); } // !classic
    async Task Chars() { var b = new char[1024]; await G(); Use(b[0]); } // !classic
    async Task<int> Read(Stream s) { var b = new byte[4096]; var n = await s.ReadAsync(b); return b[n]; } // !classic
    async Task Longs(int n) { var b = new long[n]; await G(); await G(); Use(b); } // !classic
    void Lambda() { Func<Task> f = async () => { var b = new byte[1000]; await G(); Use(b); }; f(); } // !classic

    async Task Tiny() { var b = new byte[16]; await G(); Use(b); }
    async Task Before() { var b = new byte[8192]; Use(b); await G(); }
    async Task Behind() { await G(); var b = new byte[8192]; Use(b); }
    async Task Parameter(byte[] b) { await G(); Use(b); }
    async Task Rented() { var b = System.Buffers.ArrayPool<byte>.Shared.Rent(8192); await G(); Use(b); }
    async Task Tasks() { var b = new Task[3]; await G(); Use(b); }
}
