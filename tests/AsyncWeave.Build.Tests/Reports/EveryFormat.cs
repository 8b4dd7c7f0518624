using System.Text.Json;
using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Reports;

internal sealed class EveryFormat
{
    private const string Name = "bin/Release/net10.0/asyncweave/App.net10.0.asyncweave.";

    [Test]
    public void NamesTheMethodThatTheBuildFailedAt()
    {
        using var sandbox = new Sandbox()
            .Project(properties: "<AsyncWeaveReportFormats>json;html;sarif;markdown;gitlab</AsyncWeaveReportFormats><AsyncWeaveMaxStateMachineSize>1</AsyncWeaveMaxStateMachineSize>")
            .Write("Orders.cs", Sources.OneMethod);
        var said = sandbox.Build().MustFail().Findings.Single();

        var result = Json(sandbox, "sarif").GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == said.Code);
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.That(result.GetProperty("level").GetString(), Is.EqualTo("error"));
        Assert.That(result.GetProperty("message").GetProperty("text").GetString(), Does.Contain(said.Text));
        Assert.That(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), Is.EqualTo("Orders.cs"));
        Assert.That(place.GetProperty("region").GetProperty("startLine").GetInt32(), Is.EqualTo(said.Line));

        var issue = Json(sandbox, "gitlab.json").EnumerateArray().Single(i => i.GetProperty("check_name").GetString() == said.Code);
        Assert.That(issue.GetProperty("location").GetProperty("path").GetString(), Is.EqualTo("Orders.cs"));
        Assert.That(issue.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32(), Is.EqualTo(said.Line));

        Assert.That(File.ReadAllText(sandbox.FullPath(Name + "md")), Does.Contain("Orders.SubmitAsync(string, int)").And.Contain(said.Code));
        Assert.That(File.ReadAllText(sandbox.FullPath(Name + "html")), Does.Contain(said.Code).And.Contain("Orders.SubmitAsync(string, int)"));
        foreach (var report in sandbox.Files("*.asyncweave.*").Select(sandbox.FullPath))
            Assert.That(File.ReadAllBytes(report).Take(3), Is.Not.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }), report);

        var unknown = sandbox.BuildAgain("-p:AsyncWeaveMaxStateMachineSize=", "-p:AsyncWeaveReportFormats=jsn").MustFail().Findings.Single();
        Assert.That((unknown.Code, unknown.Text), Is.EqualTo(("AW0002", unknown.Text)));
        Assert.That(unknown.Text, Does.Contain("'jsn'").And.Contain("json"));
    }

    private static JsonElement Json(Sandbox sandbox, string extension) => sandbox.Report(Name + extension);
}
