using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

internal sealed class Symbols
{
    [Test]
    public void PortableEmbeddedAndNoneGiveTheSameVerdict()
    {
        using var sandbox = new Sandbox().Project(properties: "<AsyncWeaveMaxStateMachineSize>1</AsyncWeaveMaxStateMachineSize>").Write("Orders.cs", Sources.OneMethod);

        var portable = sandbox.Build("-p:DebugType=portable").MustFail();
        var embedded = sandbox.BuildAgain("--no-incremental", "-p:DebugType=embedded").MustFail();
        Assert.That(sandbox.Report().GetProperty("assembly").GetProperty("symbols").GetString(), Is.EqualTo("embedded"));
        Assert.That(portable.Findings.Single(), Is.EqualTo(embedded.Findings.Single()));

        // Without symbols the project is the only place to point at.
        var none = sandbox.BuildAgain("--no-incremental", "-p:DebugType=none", "-p:DebugSymbols=false").MustFail();
        Assert.That(none.Findings.Single(), Is.EqualTo(portable.Findings.Single() with { File = sandbox.FullPath("App.csproj"), Line = null, Column = null }));
    }
}
