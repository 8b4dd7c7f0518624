using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Incremental;

internal sealed class ReadOnlySources
{
    [Test]
    public void NothingIsWrittenBesideThem()
    {
        using var sandbox = new Sandbox().Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <UseArtifactsOutput>true</UseArtifactsOutput>
                <ArtifactsPath>$(MSBuildThisFileDirectory)out</ArtifactsPath>
              </PropertyGroup>
            </Project>
            """).Project("src/App.csproj").Write("src/Orders.cs", Sources.OneMethod);
        var source = sandbox.FullPath("src");
        var before = Directory.GetFileSystemEntries(source, "*", SearchOption.AllDirectories);

        // The tests may run as a user whom no file mode stops: what counts is that nothing appears.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(source, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var run = sandbox.Build("src").MustSucceed();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(source, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);

        Assert.That(Directory.GetFileSystemEntries(source, "*", SearchOption.AllDirectories), Is.EquivalentTo(before));
        Assert.That(run.Summaries.Single(), Does.Contain("out"));
        Assert.That(sandbox.Files("*.asyncweave.json").Single(), Does.StartWith("out/bin/App/"));
    }
}
