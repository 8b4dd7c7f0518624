using System.Text.Json;
using AsyncWeave.Model;
using AsyncWeave.Report.Diff;

namespace AsyncWeave.Report.Tests.Diff;

public sealed class ReportDiffTests
{
    private static readonly StateMachineField Order = Samples.Field("<order>5__2", FieldRole.Local, 16, 120, "order", "MyApp.Order");

    [Test]
    public void MethodsAreGrownNewShrunkGoneRenamedOrUnchanged()
    {
        var old = Samples.Report(
            Samples.Method("GrowsAsync"), Samples.Method("ShrinksAsync", 200), Samples.Method("GoneAsync", 300), Samples.Method("OldNameAsync", 400, Order), Samples.Method("StaysAsync"));
        var now = Samples.Report(
            Samples.Method("GrowsAsync", 64), Samples.Method("ShrinksAsync", 100), Samples.Method("NewAsync", 500), Samples.Method("NewNameAsync", 400, Order), Samples.Method("StaysAsync"));

        var diff = ReportDiff.Between(Set(old), Set(now)).Assemblies.Single();

        Assert.That(diff.Changes.Select(c => (c.Kind, c.DisplayName, c.SizeDelta)), Is.EqualTo(new[]
        {
            (ChangeKind.Grown, "Orders.GrowsAsync(int)", 8),
            (ChangeKind.New, "Orders.NewAsync(int)", 500),
            (ChangeKind.Shrunk, "Orders.ShrinksAsync(int)", -100),
            (ChangeKind.Gone, "Orders.GoneAsync(int)", -300),
            (ChangeKind.Renamed, "Orders.NewNameAsync(int)", 0),
        }));
        Assert.That(diff.Unchanged, Is.EqualTo(1));
        Assert.That(diff.Bytes, Is.EqualTo(now.Summary.TotalStateMachineBytes - old.Summary.TotalStateMachineBytes), "it adds up");
    }

    [Test]
    public void EachChangeNamesTheFieldsAndAwaitsThatMadeIt()
    {
        var old = Samples.Method(fields: Samples.Field("id", FieldRole.Parameter, 0, 4, "id"));
        var now = Samples.Method(size: 184, fields: [Samples.Field("id", FieldRole.Parameter, 0, 8, "id"), Order]) with
        {
            Awaits = [Samples.Await(0, 9), Samples.Await(1, 10) with { Operation = "MyApp.Store.SaveAsync(System.Int32)" }],
        };

        var change = ReportDiff.Between(Set(Samples.Report(old)), Set(Samples.Report(now))).Changes.Single();

        Assert.That(change.Fields, Is.EqualTo(new[] { new FieldChange("order", null, 120), new FieldChange("id", 4, 8) }));
        Assert.That(change.Awaits, Is.EqualTo(new[] { new AwaitChange("Store.SaveAsync(int)", 1), new AwaitChange("Task.Delay(int)", -1) }));
    }

    [Test]
    public void OtherAwaitsOfTheSameBytesAreAChangeAndNoGrowth()
    {
        var now = Samples.Method() with { Awaits = [Samples.Await(0, 1)] };

        var diff = ReportDiff.Between(Set(Samples.Report(Samples.Method())), Set(Samples.Report(now)));

        Assert.That(diff.Changes.Single().Kind, Is.EqualTo(ChangeKind.Changed));
        Assert.That(diff.Fails(FailOn.Growth), Is.False);
    }

    [Test]
    public void WhatDiffersBesideTheCodeIsAWarning()
    {
        var old = Samples.Report(Samples.Method());
        var now = old with
        {
            Tool = new ToolInfo("AsyncWeave", "9.9.9"),
            Assembly = old.Assembly with { TargetFramework = "net8.0", Optimized = false },
            Runtime = new RuntimeInfo("net8.0", "x86", 4, "installed"),
        };

        var warnings = ReportDiff.Between(Set(old), Set(now)).Assemblies.Single().Warnings;

        Assert.That(warnings.Select(w => w.Split(':')[0]), Is.EqualTo(new[] { "target framework", "runtime", "architecture", "compiler optimization", "AsyncWeave" }));
    }

    [Test]
    public void AnAssemblyWithoutABaseHasNoChangesAndTheOthersHaveTheirs()
    {
        var known = Samples.Report(Samples.Method());
        var added = known with { Assembly = known.Assembly with { Name = "Other" } };

        var diff = ReportDiff.Between(Set(known), new ReportSet("1.0", ToolInfo.Current, [known, added], []));

        Assert.That(diff.Assemblies.Select(a => (a.Name, a.HasBase, a.Changes.Count)), Is.EqualTo(new[] { ("MyApp", true, 0), ("Other", false, 0) }));
        Assert.That(diff.HasBase, Is.True);
    }

    [Test]
    public void FrameworksAreComparedEachWithItsOwn()
    {
        var net8 = For("net8.0", Samples.Method(size: 64));
        var net10 = For("net10.0", Samples.Method(size: 56));

        var diff = ReportDiff.Between(new ReportSet("1.0", ToolInfo.Current, [net8, net10], []), new ReportSet("1.0", ToolInfo.Current, [net10, net8], []));

        Assert.That(diff.Assemblies.Select(a => (a.Framework, a.Unchanged)), Is.EqualTo(new[] { ("net10.0", 1), ("net8.0", 1) }));
    }

    [Test]
    public void GoingOverToRuntimeAsyncIsAChangeAndNoGainOfEverything()
    {
        var change = ReportDiff.Between(Set(Samples.Report(Samples.Method())), Set(Samples.Report(Samples.Method() with { Kind = MethodKind.RuntimeAsync, StateMachine = null, Allocations = null }))).Changes.Single();

        Assert.That((change.Kind, change.SizeDelta), Is.EqualTo((ChangeKind.Changed, 0)));
    }

    [Test]
    public void TheJsonSaysTheSame()
    {
        using var stream = new MemoryStream();
        DiffJson.Write(stream, ReportDiff.Between(Set(Samples.Report(Samples.Method())), Set(Samples.Report(Samples.Method(size: 184, fields: Order)))));

        var change = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("assemblies")[0].GetProperty("changes")[0];

        Assert.That(change.GetProperty("change").GetString(), Is.EqualTo("grown"));
        Assert.That(change.GetProperty("sizeDelta").GetInt32(), Is.EqualTo(128));
        Assert.That(change.GetProperty("fields")[0].GetRawText(), Is.EqualTo("""{ "name": "order", "old": null, "new": 120 }"""));
    }

    private static AssemblyReport For(string framework, MethodReport method)
    {
        var report = Samples.Report(method);
        return report with { Assembly = report.Assembly with { TargetFramework = framework } };
    }

    private static ReportSet Set(AssemblyReport report) => new("1.0", ToolInfo.Current, [report], []);
}
