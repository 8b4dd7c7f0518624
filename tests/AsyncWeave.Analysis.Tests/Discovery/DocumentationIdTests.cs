using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;
using Microsoft.CodeAnalysis;

namespace AsyncWeave.Analysis.Tests.Discovery;

public sealed class DocumentationIdTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        namespace Shop
        {
            public interface IStore<T> { Task<T> LoadAsync(int id); Task BothAsync<U>(T t, U u); int this[int i] { get; } }
            public interface IPair<A, B> { Task PairAsync(A a, B b); }

            public unsafe class Orders : IStore<int>, IStore<List<string>>, IPair<int, string>
            {
                public Orders() { }
                public Orders(int x) { }
                static Orders() { }
                ~Orders() { }
                public async Task NoneAsync() { await Task.Yield(); }
                public Task SubmitAsync(int a, string b, object c, dynamic d) => Task.CompletedTask;
                public void Refs(ref int a, out string b, in long c) { b = ""; }
                public void Arrays(int[] a, int[][] b, int[,] c, int[][,] d, int[,,][] e, string?[]? f) { }
                public void Pointers(int* a, void** b, int*[] c) { }
                public void Functions(delegate*<int, void> a, int b) { }
                public void Closed(List<int> a, Dictionary<string, List<int?>> b, (int, string x) c, Nested<int>.Deep<string> d, Nested<int>.Deep<string>[] e) { }
                public static async Task<U> Generic<T, U>(T a, List<U> b, T[] c, Func<T, U> d) { await Task.Yield(); return default!; }
                public void Many((int, int, int, int, int, int, int, int, int) t) { }
                async Task<int> IStore<int>.LoadAsync(int id) { await Task.Yield(); return 1; }
                async Task IStore<int>.BothAsync<U>(int t, U u) { await Task.Yield(); }
                int IStore<int>.this[int i] => i;
                Task<List<string>> IStore<List<string>>.LoadAsync(int id) => null!;
                Task IStore<List<string>>.BothAsync<U>(List<string> t, U u) => null!;
                int IStore<List<string>>.this[int i] => i;
                async Task IPair<int, string>.PairAsync(int a, string b) { await Task.Yield(); }
                public static implicit operator int(Orders o) => 1;
                public static explicit operator List<string>(Orders o) => null!;
                public static Orders operator +(Orders a, Orders b) => a;
                public static bool operator true(Orders a) => true;
                public static bool operator false(Orders a) => false;
                public int this[int i, string s] { get => i; set { } }
                public IEnumerable<int> Items { get { yield return 1; } }
                public event EventHandler? Changed { add { } remove { } }
                public int Auto { get; init; }
                public async IAsyncEnumerable<int> Stream(System.Threading.CancellationToken t) { await Task.Yield(); yield return 1; }

                public class Nested<T>
                {
                    public class Deep<V>
                    {
                        public async Task BothAsync<W>(T t, V v, W w, Deep<T> x, Nested<V>.Deep<W> y) { await Task.Yield(); }
                    }
                }

                public struct Point { public Task MoveAsync(in Point p) => Task.CompletedTask; }
            }
        }

        public class Global { public async Task RunAsync(Shop.Orders.Nested<Global>.Deep<int> d, nint n, decimal m, DateTime? t) { await Task.Yield(); } }
        """;

    [Test]
    public void EveryMethodHasRoslynsId()
    {
        var fixture = Fixture.Compile(Source);
        using var module = Opened.Module(fixture.AssemblyPath);
        var ours = module.Metadata.TypeDefinitions.Select(module.Metadata.GetTypeDefinition).Where(t => IsDeclared(module, t)).SelectMany(t => t.GetMethods())
            .Where(m => !module.NameOf(m).StartsWith('<')).Select(module.Names.IdOf).Order(StringComparer.Ordinal).ToList();

        var theirs = new List<string>();
        foreach (var type in Types(fixture.Compilation.Assembly.GlobalNamespace))
            theirs.AddRange(type.GetMembers().OfType<IMethodSymbol>().Where(m => !(m.IsImplicitlyDeclared && type.IsValueType)).Select(m => m.GetDocumentationCommentId()!));
        theirs.Sort(StringComparer.Ordinal);

        Assert.That(ours, Is.EqualTo(theirs).AsCollection);
        Assert.That(ours, Has.Count.GreaterThan(30));
    }

    /// <summary>In the source, rather than made by the compiler.</summary>
    private static bool IsDeclared(OpenedModule module, TypeDefinition type) =>
        !module.Text(type.Name).StartsWith('<') && module.Text(type.Namespace) is not ("Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices");

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol symbol) =>
        symbol.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(Types)
            .Concat(symbol is INamedTypeSymbol type ? [type] : []);
}
