using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;

namespace AsyncWeave.Report.Tests.Budgets;

public sealed class MisspelledPropertiesTests
{
    [TestCase("AsyncWeaveMaxStateMachineBytes", "AsyncWeaveMaxStateMachineSize")]
    [TestCase("AsyncWeaveMaxAwaitsCount", "AsyncWeaveMaxAwaitCount")]
    [TestCase("AsyncWeaveMaxAwaits", "AsyncWeaveMaxStateMachineSize, AsyncWeaveMaxAwaitCount, AsyncWeaveMaxHoistedFields, AsyncWeaveMaxSuspensionBytes")]
    [TestCase("AsyncWeaveEnforced", "AsyncWeaveEnforce")]
    [TestCase("AsyncWeaveEnable", "AsyncWeaveEnabled")]
    public void NamesTheNearest(string written, string meant)
    {
        var found = In($"<Project>\n  <PropertyGroup>\n    <{written}>80</{written}>\n  </PropertyGroup>\n</Project>");

        Assert.That(found, Has.Count.EqualTo(1));
        Assert.That(found[0], Has.Property("Id").EqualTo("AW0005").And.Property("Severity").EqualTo(Severity.Warning).And.Property("Line").EqualTo(3).And.Property("Column").EqualTo(6));
        Assert.That(found[0].Message, Does.EndWith($"did you mean {meant}?"));
    }

    [Test]
    public void IsAnErrorWhereStrict() =>
        Assert.That(In("<Project><PropertyGroup><AsyncWeaveStrickt>true</AsyncWeaveStrickt></PropertyGroup></Project>", GivenSetting.Property("AsyncWeaveStrict", "true"))[0].Severity, Is.EqualTo(Severity.Error));

    [TestCase("<AsyncWeaveMaxStateMachineSize>80</AsyncWeaveMaxStateMachineSize>")]
    [TestCase("<asyncweavemaxstatemachinesize>80</asyncweavemaxstatemachinesize>")]
    [TestCase("<AsyncWeaveAddAttribute>false</AsyncWeaveAddAttribute>")]
    [TestCase("<AsyncWeaveVersion>1.0.0</AsyncWeaveVersion>")]
    [TestCase("<!-- <AsyncWeaveEnforced>true</AsyncWeaveEnforced> -->")]
    [TestCase("<AsyncWeaveMaxAwaits>8</AsyncWeaveMaxAwaits><AsyncWeaveMaxAwaitCount>$(AsyncWeaveMaxAwaits)</AsyncWeaveMaxAwaitCount>")]
    [TestCase("<MaxStateMachineBytes>80</MaxStateMachineBytes>")]
    public void LeavesAlone(string properties) => Assert.That(In($"<Project><PropertyGroup>{properties}</PropertyGroup></Project>"), Is.Empty);

    [Test]
    public void LooksAtPropertiesAlone() =>
        Assert.That(In("<Project><ItemGroup><AsyncWeaveEnforced Include='a' /></ItemGroup></Project>"), Is.Empty);

    [Test]
    public void PassesOverWhatIsMissing() => Assert.That(Judged("/nowhere/at/all.csproj"), Is.Empty);

    private static IReadOnlyList<Diagnostic> In(string project, params GivenSetting[] settings)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, project);
        try
        {
            return Judged(file, settings);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IReadOnlyList<Diagnostic> Judged(string file, params GivenSetting[] settings) =>
        [.. Judge.Of(Samples.Report(), new JudgeOptions(Path.GetTempPath()) { ProjectFiles = [file], Settings = settings }).Report.Diagnostics.Where(finding => finding.Id == "AW0005")];
}
