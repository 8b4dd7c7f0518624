using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks;

public class DataArgs : EventArgs { }
public class Moved<T> : EventArgs { }
public class ItemEventArgs<T> { }
public interface IRun { void Run(); }
public class C : IRun
{
    Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
    event Action<int>? Changed; event EventHandler? Plain;
    async void Method() { await G(); } // !
    async void Parameters(string s, int e) { await G(); } // !
    static async void Static() { await Task.Delay(1); } // !
    public async void Run() { await G(); } // !
    void LocalFunction() { Inner(); async void Inner() { await G(); } } // !
    async void Pair(object sender, List<EventArgs> e) { await G(); } // !
    async void Unconstrained<T>(object sender, T e) where T : class { await G(); } // !
    void Lambda() { Action a = async () => await G(); a(); } // !
    void ForEach(List<int> l) { l.ForEach(async x => await F(x)); } // !
    void Callback() { _ = new Timer(async _ => await G()); } // !

    async void OnEvent(object sender, EventArgs e) { await G(); }
    async void OnData(object sender, DataArgs e) { await G(); }
    async void OnTyped(C sender, DataArgs e) { await G(); }
    async void OnGeneric(object sender, Moved<int> e) { await G(); }
    async void OnGenericByName(object sender, ItemEventArgs<int> e) { await G(); }
    async void OnConstrained<T>(object sender, T e) where T : DataArgs { await G(); }
    async void OnForeign(object sender, System.ComponentModel.CancelEventArgs e) { await G(); }
    async void OnChanged(int x) { await F(x); }
    void Subscribe() { Changed += OnChanged; Changed += async x => await F(x); Plain += async (s, e) => await G(); }
    void Handler() { EventHandler h = async (s, e) => await G(); Plain += h; }
    async Task NotVoid() { await G(); await G(); }
    void TaskLambda() { Func<Task> f = async () => await G(); f(); }
    void Raise() { Changed?.Invoke(1); Plain?.Invoke(this, EventArgs.Empty); }
}
