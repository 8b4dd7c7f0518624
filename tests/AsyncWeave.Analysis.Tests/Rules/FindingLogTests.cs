using AsyncWeave.Analysis.Rules;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Rules;

/// <summary>What was compiled twice from the same lines is said once; what only stands at the same place is not the same.</summary>
public sealed class FindingLogTests
{
    [TestCase("M:T.F``1(``0)", "M:T.F$W``1(FSharpFunc{``0,``0},``0)", true)] // FSharp.Core: MergeSources and MergeSources$W
    [TestCase("M:T.#ctor", "M:T.#ctor(System.Int32)", true)]
    [TestCase("M:T.F``1(``0)", "M:T.G$W``1(FSharpFunc{``0,``0},``0)", false)]
    [TestCase("M:T.F", "M:U.F", false)]
    [TestCase("M:T.#ctor", "M:U.#ctor", false)]
    public void SaysOnce(string one, string other, bool once)
    {
        var log = new FindingLog();
        var finding = new Finding("a field that no await needs", new Place("Tasks.fs", 3, 5, 3));

        Assert.That(log.Write(DiagnosticTable.DeadHoist, finding, one, null), Is.Not.Null);
        Assert.That(log.Write(DiagnosticTable.DeadHoist, finding, other, null) is null, Is.EqualTo(once));
    }
}
