using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

public sealed class AW2009CapturesContextTests
{
    [TestCaseSource(typeof(RuleFixture), nameof(RuleFixture.Configurations))]
    public void FlagsTheMarkedLinesAlone(FixtureOptions options) => RuleFixture.Check(DiagnosticTable.CapturesContext, options);

    [Test]
    public void HasSixOfEach() => RuleFixture.IsBalanced(DiagnosticTable.CapturesContext);
}
