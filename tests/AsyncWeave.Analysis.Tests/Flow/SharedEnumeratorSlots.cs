using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Tests.Flow.Shapes;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Optimised code keeps a loop's enumerator in a field that an author's variable of the same type had before it.</summary>
public sealed class SharedEnumeratorSlots
{
    private const string Source = """
        async Task Twice(IAsyncEnumerable<int> items, int n)
        {
            await using (var cursor = items.GetAsyncEnumerator())
            {
                while (await cursor.MoveNextAsync())
                    Use(cursor.Current);
            }
            if (Test(n))
            {
                await foreach (var item in items)
                    Use(item);
            }
        }
        """;

    [Test]
    public void TheLoopIsToldFromTheVariable([Values] bool optimize)
    {
        var fixture = Fixture.Compile(Prelude.With(Source), new FixtureOptions(optimize));
        using var module = Opened.Module(fixture.AssemblyPath);
        var method = AsyncMethodFinder.Find(module).Single();

        var awaits = MoveNextFlow.Trace(module, method, module.Symbols.Of(method.BodyToken)).Suspensions.Select(suspension => suspension.Await.Syntax);

        Assert.That(awaits, Is.EquivalentTo(new[] { AwaitSyntax.AwaitUsing, AwaitSyntax.Await, AwaitSyntax.AwaitForeach, AwaitSyntax.AwaitForeach }));
    }
}
