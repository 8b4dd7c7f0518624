using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    private readonly int number; private readonly string name = ""; private readonly object gate = new(); private int changing; public int Auto { get; }
    static void Use<T>(T t) { } static Task G() => Task.CompletedTask; void Instance() { }
    async Task One() { await G(); Use(number); } // !classic
    async Task Two() { await G(); Use(name); Use(number); } // !classic
    async Task Again() { await G(); Use(number); await G(); Use(number); } // !classic
    async Task<int> Returned() { await G(); return number; } // !classic
    async ValueTask<string> OfValueTask() { await G(); return name; } // !classic
    async Task Loop(int n) { while (n-- > 0) { await G(); Use(gate); } } // !classic
    class Base<T> { protected readonly T held = default!; protected T open = default!; }
    class Derived : Base<int> { async Task Inherited() { await G(); Use(held); } } // !classic

    class Open : Base<int> { async Task Inherited() { await G(); Use(open); } }
    async Task Changes() { await G(); Use(changing); }
    async Task Calls() { await G(); Instance(); }
    async Task Before() { Use(number); await G(); }
    async Task Three() { await G(); Use(name); Use(number); Use(gate); }
    static async Task Static() { await G(); Use(1); }
    async Task Passes() { await G(); Use(this); }
    async Task Writes() { await G(); changing = 1; }
}
