namespace AsyncWeave.Model.Tests;

public sealed class SettingTableTests
{
    [Test]
    public void TheTableListsEverySettingOfTheClassOnce()
    {
        var declared = typeof(SettingTable).GetProperties().Where(p => p.PropertyType == typeof(Setting)).Select(p => p.GetValue(null));

        Assert.That(SettingTable.All, Is.EquivalentTo(declared));
        Assert.That(SettingTable.All.Select(s => s.Name), Is.Unique);
    }

    [Test]
    public void EveryMetricIsASettingWithTheSameSpellings()
    {
        foreach (var metric in Metrics.All)
        {
            var setting = SettingTable.All.Single(s => s.Name == metric.Name);
            Assert.That((setting.Property, setting.Metadata, setting.Attribute, setting.JsonPath), Is.EqualTo((metric.Property, metric.Name, metric.Name, "budgets." + metric.JsonKey)));
        }
    }

    [Test]
    public void ThePropertiesAreThoseOfTheContract() =>
        Assert.That(SettingTable.All.Select(s => s.Property).OfType<string>(), Is.EquivalentTo(new[]
        {
            "AsyncWeaveEnabled", "AsyncWeaveMaxStateMachineSize", "AsyncWeaveMaxAwaitCount", "AsyncWeaveMaxHoistedFields", "AsyncWeaveMaxSuspensionBytes",
            "AsyncWeaveEnforce", "AsyncWeaveConfigFile", "AsyncWeaveBaselineFile", "AsyncWeaveTreatWarningsAsErrors", "AsyncWeaveStrict",
            "AsyncWeaveUpdateBaseline", "AsyncWeaveReportFormats", "AsyncWeaveReportDirectory", "AsyncWeaveTargetRuntime", "AsyncWeaveTargetArchitecture",
        }));

    [Test]
    public void ADefaultIsOneOfItsWords()
    {
        foreach (var setting in SettingTable.All.Where(s => s.Words.Count > 0 && s.Default.Length > 0))
            Assert.That(setting.Default.Split(';'), Is.SubsetOf(setting.Words), setting.Name);
    }
}
