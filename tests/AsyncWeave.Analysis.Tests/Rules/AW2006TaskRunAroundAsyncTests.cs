using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

public sealed class AW2006TaskRunAroundAsyncTests
{
    [TestCaseSource(typeof(RuleFixture), nameof(RuleFixture.Configurations))]
    public void FlagsTheMarkedLinesAlone(FixtureOptions options) => RuleFixture.Check(DiagnosticTable.TaskRunAroundAsync, options);

    [Test]
    public void HasSixOfEach() => RuleFixture.IsBalanced(DiagnosticTable.TaskRunAroundAsync);
}
