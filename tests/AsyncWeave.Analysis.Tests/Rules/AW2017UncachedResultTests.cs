using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

public sealed class AW2017UncachedResultTests
{
    [TestCaseSource(typeof(RuleFixture), nameof(RuleFixture.Configurations))]
    public void FlagsTheMarkedLinesAlone(FixtureOptions options) => RuleFixture.Check(DiagnosticTable.UncachedResult, options);

    [Test]
    public void HasSixOfEach() => RuleFixture.IsBalanced(DiagnosticTable.UncachedResult);
}
