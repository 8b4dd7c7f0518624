namespace AsyncWeave.Model.Tests;

public sealed class DiagnosticTableTests
{
    [Test]
    public void IdsAreInOrderAndOfOneForm()
    {
        Assert.That(DiagnosticTable.All.Select(d => d.Id), Is.Ordered.And.Unique);
        Assert.That(DiagnosticTable.All.Select(d => d.Id), Has.All.Match("^AW[012]0[0-9]{2}$"));
    }

    [Test]
    public void TitlesAreShortSentencesInLowerCaseWithoutFullStop() =>
        Assert.That(DiagnosticTable.All.Select(d => d.Title).Where(t => t.Length > 110 || t.EndsWith('.') || (char.IsUpper(t[0]) && !t.StartsWith("Task", StringComparison.Ordinal))), Is.Empty);

    [Test]
    public void TheTableListsEveryDescriptorOfTheClass()
    {
        var declared = typeof(DiagnosticTable).GetFields().Where(f => f.FieldType == typeof(DiagnosticDescriptor)).Select(f => f.GetValue(null));

        Assert.That(DiagnosticTable.All, Is.EquivalentTo(declared));
    }

    [Test]
    public void NoTrapGatesByDefault() =>
        Assert.That(DiagnosticTable.All.Where(d => d.Id.StartsWith("AW2", StringComparison.Ordinal)).Select(d => d.DefaultSeverity), Has.None.EqualTo(Severity.Error));
}
