using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class C
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    async Task All() { try { await G(); } catch (Exception) { Console.WriteLine(); } } // !
    async Task Untyped() { try { await G(); } catch { Console.WriteLine(); } } // !
    async Task Logged() { try { await G(); } catch (Exception e) { Console.WriteLine(e); } } // !
    async Task<int> Returns() { try { return await F(); } catch (Exception) { return -1; } } // !
    async Task Loop() { while (true) { try { await G(); } catch (Exception) { Console.WriteLine(); } } } // !
    void Lambda() { Func<Task> f = async () => { try { await G(); } catch (Exception) { Console.WriteLine(); } }; f(); } // !

    async Task Rethrows() { try { await G(); } catch (Exception) { Console.WriteLine(); throw; } }
    async Task Wraps() { try { await G(); } catch (Exception e) { throw new InvalidOperationException("", e); } }
    async Task Filter() { try { await G(); } catch (Exception e) when (e is not OperationCanceledException) { Console.WriteLine(); } }
    async Task CancelledFirst() { try { await G(); } catch (OperationCanceledException) { throw; } catch (Exception) { Console.WriteLine(); } }
    async Task Typed() { try { await G(); } catch (IOException) { Console.WriteLine(); } }
    async Task NoAwaitInside() { try { Console.WriteLine(); } catch (Exception) { Console.WriteLine(); } await G(); }
    async Task Finally() { try { await G(); } finally { Console.WriteLine(); } }
    async Task AwaitInFinally() { try { await G(); } finally { await G(); } }
    async Task AsksToken(CancellationToken t) { try { await Task.Delay(1, t); } catch (Exception) { if (!t.IsCancellationRequested) Console.WriteLine(); } }
}
