using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

public sealed class AW2008DroppedTaskTests
{
    [TestCaseSource(typeof(RuleFixture), nameof(RuleFixture.Configurations))]
    public void FlagsTheMarkedLinesAlone(FixtureOptions options) => RuleFixture.Check(DiagnosticTable.DroppedTask, options);

    [Test]
    public void HasSixOfEach() => RuleFixture.IsBalanced(DiagnosticTable.DroppedTask);
}
