using System.Reflection.Metadata;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Discovery;

public sealed class AsyncMethodFinderTests
{
    private const string Everything = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        namespace Shop;

        public class Orders<TKey>
        {
            public async Task SubmitAsync(int id) => await Task.Yield();
            public async Task SubmitAsync(string id)
            {
                Func<int, Task> first = async n => await Task.Delay(n);
                await first(1);
                Func<Task> second = async () => await Retry(id.Length);
                await second();
                async Task Retry(int times) { await Task.Delay(times); }
            }
            public void Plain(int x)
            {
                Func<Task> only = async () => await Task.Delay(x);
                only();
            }
            public void Plain(string x)
            {
                Func<Task> only = async () => await Task.Delay(x.Length);
                only();
            }
            public async IAsyncEnumerable<int> Stream() { await Task.Yield(); yield return 1; }
            public IEnumerable<int> Numbers() { yield return 1; }
            public IEnumerable<int> All { get { yield return 1; } }
            public async ValueTask<T> Generic<T>(T t) { await Task.Yield(); return t; }
            public async void Fire() => await Task.Yield();
            public struct Inner { public async Task MoveAsync() => await Task.Yield(); }
            public Task NotAsync() => Task.CompletedTask;
            private readonly Func<Task> field = async () => await Task.Yield();
        }
        """;

    [Test]
    public void FindsEveryKindInBothConfigurations([Values] bool optimize)
    {
        using var module = Opened.Module(Fixture.Compile(Everything, new FixtureOptions(Optimize: optimize)).AssemblyPath);
        var methods = AsyncMethodFinder.Find(module);

        Assert.That(methods.Select(m => (m.Names.PatternName, m.Kind, m.Form)), Is.EquivalentTo(new[]
        {
            ("Shop.Orders.SubmitAsync", MethodKind.Async, MethodForm.Method),
            ("Shop.Orders.SubmitAsync", MethodKind.Async, MethodForm.Method),
            ("Shop.Orders.SubmitAsync.<lambda 1>", MethodKind.Async, MethodForm.Lambda),
            ("Shop.Orders.SubmitAsync.<lambda 2>", MethodKind.Async, MethodForm.Lambda),
            ("Shop.Orders.SubmitAsync.Retry", MethodKind.Async, MethodForm.LocalFunction),
            ("Shop.Orders.Plain.<lambda 1>", MethodKind.Async, MethodForm.Lambda),
            ("Shop.Orders.Plain.<lambda 1>", MethodKind.Async, MethodForm.Lambda),
            ("Shop.Orders.Stream", MethodKind.AsyncIterator, MethodForm.Method),
            ("Shop.Orders.Numbers", MethodKind.Iterator, MethodForm.Method),
            ("Shop.Orders.get_All", MethodKind.Iterator, MethodForm.Accessor),
            ("Shop.Orders.Generic", MethodKind.Async, MethodForm.Method),
            ("Shop.Orders.Fire", MethodKind.Async, MethodForm.Method),
            ("Shop.Orders.Inner.MoveAsync", MethodKind.Async, MethodForm.Method),
            ("Shop.Orders..ctor.<lambda 1>", MethodKind.Async, MethodForm.Lambda),
        }));
        Assert.That(methods.Select(m => IsStruct(module, m.StateMachineHandle) && m.Kind == MethodKind.Async),
            Is.EqualTo(methods.Select(m => optimize && m.Kind == MethodKind.Async)));
        Assert.That(methods.Select(m => m.Names.Id), Is.Unique);
        Assert.That(methods.Where(m => m.Form is MethodForm.Lambda && m.Names.PatternName.Contains("Plain")).Select(m => m.Names.ContainingMethod),
            Is.EquivalentTo(new[] { "M:Shop.Orders`1.Plain(System.Int32)", "M:Shop.Orders`1.Plain(System.String)" }));
        Assert.That(methods.Where(m => m.Names.PatternName.StartsWith("Shop.Orders.SubmitAsync.")).Select(m => m.Names.ContainingMethod),
            Is.All.EqualTo("M:Shop.Orders`1.SubmitAsync(System.String)"));
    }

    [Test]
    public void FunctionsInFunctionsStandInTheirOwnOverload([Values] bool optimize)
    {
        var methods = Opened.Methods("""
            using System;
            using System.Threading.Tasks;

            public class Factory<T>
            {
                public Func<T, Task<int>> Create(T value) => _ => Task.FromResult(1);
                public Func<T, Task<int>> Create<U>(Func<U, Task<int>> make, U u)
                {
                    Task<int> Outer(T t)
                    {
                        var made = make(u);
                        async Task<int> Inner() => await made;
                        return Inner();
                    }
                    return Outer;
                }
                public Func<T, Task<int>> Create<U>(Func<U, Task<int>> make) => t => { Func<Task<int>> inner = async () => await Task.FromResult(2); return inner(); };
            }
            """, new FixtureOptions(Optimize: optimize));

        Assert.That(methods.Select(method => (method.Form, method.Names.ContainingMethod)), Is.EquivalentTo(new[]
        {
            (MethodForm.LocalFunction, "M:Factory`1.Create``1(System.Func{``0,System.Threading.Tasks.Task{System.Int32}},``0)"),
            (MethodForm.Lambda, "M:Factory`1.Create``1(System.Func{``0,System.Threading.Tasks.Task{System.Int32}})"),
        }));
    }

    [Test]
    public void DisplayNamesAreCSharp()
    {
        Assert.That(Opened.Methods(Everything).Select(m => m.Names.DisplayName), Is.EquivalentTo(new[]
        {
            "Orders<TKey>.SubmitAsync(int)", "Orders<TKey>.SubmitAsync(string)", "Orders<TKey>.SubmitAsync: lambda 1", "Orders<TKey>.SubmitAsync: lambda 2",
            "Orders<TKey>.SubmitAsync: local Retry(int)", "Orders<TKey>.Plain: lambda 1", "Orders<TKey>.Plain: lambda 1", "Orders<TKey>.Stream()",
            "Orders<TKey>.Numbers()", "Orders<TKey>.All.get", "Orders<TKey>.Generic<T>(T)", "Orders<TKey>.Fire()", "Orders<TKey>.Inner.MoveAsync()", "Orders<TKey>.new: lambda 1",
        }));
    }

    [Test]
    public void EntryPointsAreTold()
    {
        var main = Opened.Methods("using System.Threading.Tasks; class P { static async Task Main() { await Task.Yield(); } }", new FixtureOptions(Executable: true));
        var topLevel = Opened.Methods("System.Console.WriteLine(1); await System.Threading.Tasks.Task.Yield();", new FixtureOptions(Executable: true));

        Assert.That(main.Single().Form, Is.EqualTo(MethodForm.EntryPoint));
        Assert.That(topLevel.Single().Form, Is.EqualTo(MethodForm.EntryPoint));
        Assert.That(topLevel.Single().Names.PatternName, Is.EqualTo("Program.<Main>$"));
    }

    [Test]
    public void RuntimeAsyncHasNoStateMachine()
    {
        var methods = Opened.Methods("using System.Threading.Tasks; class P { async Task RunAsync() { await Task.Delay(1); } async void Fire() { await Task.Delay(1); } }",
            new FixtureOptions(RuntimeAsync: true));

        Assert.That(methods.Select(m => (m.Names.PatternName, m.Kind, m.StateMachineHandle.IsNil)), Is.EqualTo(new[]
        {
            ("P.RunAsync", MethodKind.RuntimeAsync, true),
            ("P.Fire", MethodKind.Async, false),
        }));
    }

    private static bool IsStruct(OpenedModule module, TypeDefinitionHandle type) =>
        module.Metadata.GetTypeDefinition(type).BaseType is { Kind: HandleKind.TypeReference } parent
        && module.Signatures.Types.Of((TypeReferenceHandle)parent).Is("System", "ValueType");
}
