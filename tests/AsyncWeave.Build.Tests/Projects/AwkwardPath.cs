using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

internal sealed class AwkwardPath
{
    [Test]
    public void WithBlanksAndForeignLettersIsNamedInLogAndReport()
    {
        using var sandbox = new Sandbox("Mein Projekt ü 项目 (1)").Project("src dir/App.csproj").Write("src dir/Ördörs.cs", Sources.OneMethod)
            .Write("asyncweave.json", """{ "budgets": { "maxStateMachineSize": 1 } }""");

        var run = sandbox.Build("src dir").MustFail();
        Assert.That(run.Output, Does.Match(System.Text.RegularExpressions.Regex.Escape(sandbox.FullPath("src dir/Ördörs.cs")) + @"\(\d+,\d+\): error AW1001: "));
        var method = sandbox.Report("src dir/bin/Release/net10.0/asyncweave/App.net10.0.asyncweave.json").GetProperty("methods")[0];
        Assert.That(method.GetProperty("source").GetProperty("file").GetString(), Is.EqualTo("src dir/Ördörs.cs"));
        Assert.That(method.GetProperty("budget").GetProperty("from").GetString(), Does.Contain("asyncweave.json"));
    }
}
