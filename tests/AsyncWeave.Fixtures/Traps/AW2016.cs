using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    ValueTask<int> kept;
    async Task Twice() { var v = V(); await v; await v; } // !
    async Task<int> AfterAwait() { var v = V(); var r = await v; return r + v.Result; } // !
    async Task Loop(int n) { var v = W(); while (n-- > 0) { await v; } } // !
    async Task Stored() { kept = V(); await G(); } // !
    async Task<int> Result() { await G(); return V().Result; } // !
    async Task<int> GetResult() { await G(); return V().GetAwaiter().GetResult(); } // !
    async Task Configured() { var v = V(); await v.ConfigureAwait(false); await v.ConfigureAwait(false); } // !

    async Task Copied() { var v = V(); var w = v; await v; await w; } // !
    async Task Field() { await kept; await kept; } // !
    async Task FieldInLoop(int n) { while (n-- > 0) await kept; } // !

    async Task FieldOnce() { await kept; }
    async Task FieldFilledAgain() { await kept; Fill(); await kept; } // !
    void Fill() { }
    async Task CopiedOnce() { var v = V(); var w = v; await w; }
    async Task<int> Once() { var v = V(); return await v; }
    async Task Direct() { await V(); await V(); }
    async Task Branches(bool b) { var v = V(); if (b) { await v; } else { await v.ConfigureAwait(false); } }
    async Task AsTask() { var t = V().AsTask(); await t; await t; }
    async Task<int> Guarded() { var v = V(); return v.IsCompletedSuccessfully ? v.Result : await v; }
    async Task Again() { var v = V(); await v; v = V(); await v; }
    async Task NewEachPass(int n) { while (n-- > 0) { var v = V(); await v; } }
    async Task Tasks() { var t = F(); await t; await t; }
}
