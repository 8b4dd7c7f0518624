using System.IO.Compression;
using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

internal sealed class OrdinaryCommands
{
    [Test]
    public void PackAndPublishCarryNothingOfThePackage()
    {
        using var sandbox = new Sandbox().Project(properties: "<IsPackable>true</IsPackable>").Write("Orders.cs", Sources.OneMethod);

        sandbox.DotNet("pack", "-o", "packed").MustSucceed();
        using (var package = ZipFile.OpenRead(sandbox.FullPath("packed/App.1.0.0.nupkg")))
        {
            Assert.That(package.Entries.Select(entry => entry.Name), Does.Contain("App.dll"));
            Assert.That(package.Entries.Where(entry => entry.Name.Contains("asyncweave", StringComparison.OrdinalIgnoreCase)), Is.Empty);
            using var nuspec = new StreamReader(package.GetEntry("App.nuspec")!.Open());
            Assert.That(nuspec.ReadToEnd(), Does.Not.Contain("AsyncWeave"));
        }

        sandbox.DotNet("publish", "--no-restore", "-o", "published").MustSucceed();
        Assert.That(Directory.GetFiles(sandbox.FullPath("published")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "App.dll", "App.pdb", "App.deps.json" }));
    }

    [Test]
    public void CentralVersionsAndLockFilesRestoreInLockedMode()
    {
        using var sandbox = new Sandbox()
            .Project(properties: "<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>").Write("Orders.cs", Sources.OneMethod)
            .Write("Directory.Packages.props", $"""
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup><PackageVersion Include="AsyncWeave" Version="{PackedPackage.Version}" /></ItemGroup>
                </Project>
                """);
        sandbox.Write("App.csproj", File.ReadAllText(sandbox.FullPath("App.csproj")).Replace($" Version=\"{PackedPackage.Version}\"", ""));

        sandbox.Build().MustSucceed();
        Assert.That(sandbox.Build("-p:RestoreLockedMode=true").MustSucceed().Summaries, Has.Count.EqualTo(1));
    }
}
