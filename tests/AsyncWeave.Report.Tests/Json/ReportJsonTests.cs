using System.Text.Json;
using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Tests.Json;

public sealed class ReportJsonTests
{
    [Test]
    public void WhatIsWrittenReadsBackIntoTheSameRecords()
    {
        var written = Write(Samples.Full());

        var read = ReportJson.Read(new MemoryStream(written));

        Assert.That(Write(read), Is.EqualTo(written));
        Assert.That(read.Methods[0].Diagnostics[0], Is.EqualTo(Samples.Full().Methods[0].Diagnostics[0]));
        Assert.That(read.Methods[1].Awaits[0], Is.EqualTo(Samples.Full().Methods[1].Awaits[0]));
        Assert.That(read.Methods[0].Budget, Is.EqualTo(Samples.Full().Methods[0].Budget));
    }

    [Test]
    public void BillsThatMostMethodsLackReadBackWhereThereAreAny()
    {
        var runner = new AllocationBill([new AllocatedObject("MoveNextRunner", 32, "another ExecutionContext")]);
        var closure = new AllocationBill([new AllocatedObject("<>c__DisplayClass0_0", 24, "holds what is captured")]) { Note = "one for its scope" };
        var machine = new AllocationBill([new AllocatedObject("<Run>d__0", 72, "a class") { AtEveryCall = true }]);
        var report = Samples.Report(Samples.Method() with
        {
            Allocations = new Allocations(machine, AllocationBill.Nothing, AllocationBill.Nothing) { FurtherInOtherContext = runner, Creation = closure },
        });

        var read = ReportJson.Read(new MemoryStream(Write(report))).Methods[0].Allocations!;

        Assert.Multiple(() =>
        {
            Assert.That(read.Synchronous.Objects[0], Is.EqualTo(machine.Objects[0]));
            Assert.That(read.FurtherInOtherContext.Objects[0], Is.EqualTo(runner.Objects[0]));
            Assert.That(read.Creation.Objects[0], Is.EqualTo(closure.Objects[0]));
            Assert.That(read.Creation.Note, Is.EqualTo("one for its scope"));
        });
    }

    [Test]
    public void MembersHaveTheNamesAndTheOrderOfTheContract()
    {
        using var json = JsonDocument.Parse(Write(Samples.Full()));
        var root = json.RootElement;
        var method = root.GetProperty("methods")[0];

        Assert.That(Names(root), Is.EqualTo("schemaVersion tool assembly runtime summary methods diagnostics declarations configuration".Split(' ')));
        Assert.That(Names(root.GetProperty("assembly")), Is.EqualTo("name mvid targetFramework optimized symbols".Split(' ')));
        Assert.That(Names(root.GetProperty("runtime")), Is.EqualTo("framework architecture pointerSize layoutSource".Split(' ')));
        Assert.That(Names(root.GetProperty("summary")), Is.EqualTo("methods stateMachines runtimeAsyncMethods awaits totalStateMachineBytes largestStateMachineBytes inexact diagnostics overBudget".Split(' ')));
        Assert.That(Names(method).Take(17), Is.EqualTo("id name displayName kind form containingMethod token returnType builder source stateMachine continuation awaitCount awaits allocations budget diagnostics".Split(' ')));
        Assert.That(Names(method.GetProperty("stateMachine")), Is.EqualTo("token type isValueType size alignment padding containsReferences exact inexactBecause assumes fields".Split(' ')));
        Assert.That(Names(method.GetProperty("stateMachine").GetProperty("fields")[1]), Is.EqualTo("name token role sourceName type offset size padding liveAcross firstWriteLine lastReadLine savesBytes fields".Split(' ')));
        Assert.That(Names(method.GetProperty("awaits")[0]).Take(9), Is.EqualTo("index line column awaiter operation syntax capturesContext inLoop region".Split(' ')));
        Assert.That(Names(method.GetProperty("allocations")), Is.EqualTo("synchronous suspension perFurtherSuspension".Split(' ')));
        Assert.That(Names(method.GetProperty("budget")).Take(3), Is.EqualTo("status limits from".Split(' ')));
        Assert.That(Names(method.GetProperty("budget").GetProperty("limits")), Is.EqualTo("maxStateMachineSize maxAwaitCount".Split(' ')));
        Assert.That(Names(method.GetProperty("diagnostics")[0]).Take(8), Is.EqualTo("id severity message file line column savesBytes suppressed".Split(' ')));
        Assert.That(Names(root.GetProperty("diagnostics")[0]).Take(9), Is.EqualTo("id method severity message file line column savesBytes suppressed".Split(' ')));
    }

    [Test]
    public void AnotherParserReadsTheSameTexts()
    {
        using var json = JsonDocument.Parse(Write(Samples.Full()));

        Assert.That(json.RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString(), Is.EqualTo("blocks on \"Task\"\n\u2028<b>\ud83d\ude00 \ufffd"));
        Assert.That(json.RootElement.GetProperty("methods")[1].GetProperty("awaits")[0].GetProperty("syntax").GetString(), Is.EqualTo("awaitForeach"));
        Assert.That(json.RootElement.GetProperty("methods")[1].GetProperty("kind").GetString(), Is.EqualTo("runtimeAsync"));
        Assert.That(json.RootElement.GetProperty("methods")[0].GetProperty("allocations").GetProperty("suspension").GetProperty("bytes").GetInt32(), Is.EqualTo(120));
    }

    [Test]
    public void IsUtf8WithoutMarkAndWithLineFeedsOnly()
    {
        var bytes = Write(Samples.Full());

        Assert.That(bytes[0], Is.EqualTo((byte)'{'));
        Assert.That(bytes, Has.No.Member((byte)'\r'));
        Assert.That(bytes[^1], Is.EqualTo((byte)'\n'));
    }

    [Test]
    public void ASetReadsBackWithWhatItSaysBesideItsReports()
    {
        var set = new ReportSet("1.0", ToolInfo.Current, [Samples.Full(), Samples.Report()], [new UnreadableFile("native.dll", "not .NET")]) { WithoutAsync = 3 };
        using var stream = new MemoryStream();
        ReportJson.Write(stream, set);

        var read = ReportJson.ReadSet(new MemoryStream(stream.ToArray()));

        Assert.That(read.Reports.Select(Write), Is.EqualTo(set.Reports.Select(Write)));
        Assert.That(read.Unreadable, Is.EqualTo(set.Unreadable));
        Assert.That(read.WithoutAsync, Is.EqualTo(3));
    }

    [TestCase("", "found the end of the file")]
    [TestCase("[]", "an object is expected")]
    [TestCase("{}", "not a report of AsyncWeave")]
    [TestCase("{\"schemaVersion\":\"2.0\"}", "schema version is 2.0")]
    [TestCase("{\"schemaVersion\":\"1.0\",\"methods\":[{\"id\":3}]}", "line 1, column 41: 'id' must be text")]
    [TestCase("{\"schemaVersion\":\"1.0\"", "',' or '}' is expected here, found the end of the file")]
    public void WhatIsNoReportIsSaidInOneLine(string text, string expected)
    {
        var read = () => ReportJson.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.That(read, Throws.TypeOf<InvalidReportException>().With.Message.Contains(expected).And.Message.Not.Contains("\n"));
    }

    [Test]
    public void NestingWithoutEndDoesNotExhaustTheStack()
    {
        var text = "{\"schemaVersion\":" + string.Concat(Enumerable.Repeat("[", 1_000_000));

        Assert.That(() => ReportJson.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))), Throws.TypeOf<InvalidReportException>());
    }

    private static byte[] Write(AssemblyReport report)
    {
        using var stream = new MemoryStream();
        ReportJson.Write(stream, report);
        return stream.ToArray();
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
