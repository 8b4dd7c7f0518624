using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Tests.Flow.Shapes;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Whether an await returns to the captured context, as the end of its line says: // yes, // no, or // unknown.</summary>
public sealed class ContextCaptureTests
{
    private static readonly string[] Lines = Prelude.With("""
            async Task Plain(int n)
            {
                await A(n); // yes
                await V(n); // yes
                await Task.Yield(); // yes
                await A(n).ConfigureAwait(false); // no
                await A(n).ConfigureAwait(true); // yes
                await T(n).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // no
                await T(n).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.ForceYielding); // yes
                await new CriticalPromise(); // unknown
                await V(n).ConfigureAwait(Test(n)); // unknown
            }
            async Task Streams(IAsyncEnumerable<int> items, CancellationToken token)
            {
                await foreach (var item in items) // yes
                    Use(item);
                await foreach (var item in items.ConfigureAwait(false)) // no
                    Use(item);
                await foreach (var item in items.ConfigureAwait(false)) // no
                    await T(item); // yes
                await foreach (var item in items.WithCancellation(token)) // yes
                    Use(item);
                await foreach (var item in items.WithCancellation(token).ConfigureAwait(false)) // no
                    await T(item).ConfigureAwait(false); // no
                await foreach (var item in items.ConfigureAwait(true)) // yes
                    Use(item);
            }
            async Task Disposals(int n)
            {
                await using (new Resource().ConfigureAwait(false)) // no
                    Use(n);
                await using (new Resource().ConfigureAwait(false)) // no
                    await T(n).ConfigureAwait(false); // no
                await using (new Resource().ConfigureAwait(true)) // yes
                    await T(n); // yes
                await using (new Resource()) // yes
                    Use(n);
            }
            async Task Stored(int n)
            {
                var first = A(n).ConfigureAwait(false);
                await T(n); // yes
                await first; // no
                var chosen = Test(n) ? A(n).ConfigureAwait(false) : A(n + 1).ConfigureAwait(true);
                await T(n); // yes
                await chosen; // unknown
            }
            async Task Assigned(int n)
            {
                ConfiguredTaskAwaitable<int> chosen;
                if (Test(n))
                    chosen = A(n).ConfigureAwait(false);
                else
                    chosen = A(n).ConfigureAwait(true);
                await T(n); // yes
                await chosen; // unknown
                chosen = A(n).ConfigureAwait(false);
                await T(n); // yes
                await chosen; // no
            }
        """).Split('\n');

    private static IEnumerable<FixtureOptions> Configurations =>
        from options in new[] { FixtureOptions.Release, FixtureOptions.Debug }
        from runtimeAsync in new[] { false, true }
        select options with { RuntimeAsync = runtimeAsync };

    [TestCaseSource(nameof(Configurations))]
    public void IsReadOffConfigureAwait(FixtureOptions options)
    {
        using var module = Opened.Module(Fixture.Compile(string.Join('\n', Lines), options).AssemblyPath);
        var awaits = AsyncMethodFinder.Find(module)
            .SelectMany(method => MoveNextFlow.Trace(module, method, module.Symbols.Of(method.BodyToken)).Suspensions)
            .Select(suspension => suspension.Await)
            .Select(await => (await.Line, Captures: await.CapturesContext switch { true => "yes", false => "no", null => "unknown" }))
            .Distinct().OrderBy(await => await.Line);

        var expected = Lines.Select((text, index) => (Line: (int?)index + 1, Captures: text.Split("// ") is [_, var says] ? says.Trim() : ""))
            .Where(line => line.Captures.Length > 0);
        Assert.That(awaits, Is.EqualTo(expected).AsCollection);
    }
}
