using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests;

/// <summary>Leaves nothing behind: no server, no package of this run.</summary>
[SetUpFixture]
internal sealed class WholeRun
{
    [OneTimeTearDown]
    public void CleanUp()
    {
        DotNet.EndCompilerServer(Path.GetTempPath());
        PackedTool.Remove();
        PackedPackage.Remove();
    }
}
