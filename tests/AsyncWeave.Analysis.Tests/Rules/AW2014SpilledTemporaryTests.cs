using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

public sealed class AW2014SpilledTemporaryTests
{
    private const string Source = """
        public class C
        {
            Task<int> F(int x = 0) => Task.FromResult(x); Task G() => Task.CompletedTask; ValueTask<int> V() => default; ValueTask W() => default;
            static int N() => 1; static string T() => ""; static void Use(int a, int b) { } int field; static int Sum(int a, int b) => a + b;
            async Task Argument() { Use(N(), await F()); } // !release
            async Task<int> Operator() { return N() + await F(); } // !release
            async Task<string> Text() { return T() + await F(); } // !release
            async Task<int> Call() { return Sum(N(), await F()); } // !release
            async Task<int> TwoAwaits() { return await F(1) + await F(2); } // !release
            async Task<int[]> Array() { return new[] { N(), await F() }; } // !release

            async Task First() { Use(await F(), N()); }
            async Task<int> Before() { var f = await F(); return N() + f; }
            async Task Foreach(List<int> l) { foreach (var x in l) { await F(x); } }
            async Task Using() { using (var s = new MemoryStream()) { await G(); } }
            async Task Finally() { try { await G(); } finally { await G(); } }
            async Task<int> Constant() { return Sum(1, await F()); }
            async Task<int> Alone() { return await F(); }
        }
        """;

    [TestCaseSource(typeof(RuleFixture), nameof(RuleFixture.Configurations))]
    public void FlagsTheMarkedLinesAlone(FixtureOptions options) => RuleFixture.Check(DiagnosticTable.SpilledTemporary, Source, options);

    [Test]
    public void HasSixOfEach() => RuleFixture.IsBalanced(Source);
}
