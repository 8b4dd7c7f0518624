using System.IO.Compression;
using System.Xml.Linq;
using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Package;

internal sealed class PackageContent
{
    [Test]
    public void IsTasksTargetsAndNothingThatFlowsOn()
    {
        using var package = ZipFile.OpenRead(PackedPackage.File);
        var files = package.Entries.Select(entry => entry.FullName).ToList();

        Assert.That(files, Does.Contain("build/AsyncWeave.props").And.Contain("build/AsyncWeave.targets").And.Contain("buildMultiTargeting/AsyncWeave.targets"));
        Assert.That(files.Where(file => file.StartsWith("lib/") || file.StartsWith("ref/") || file.StartsWith("buildTransitive/") || file.StartsWith("contentFiles/")), Is.Empty);
        foreach (var host in new[] { "net472", "net8.0" })
        {
            Assert.That(files, Does.Contain($"tasks/{host}/AsyncWeave.Tasks.dll").And.Contain($"tasks/{host}/{(host == "net472" ? "AsyncWeave." : "")}Mono.Cecil.dll"));
            Assert.That(files.Where(file => file.StartsWith($"tasks/{host}/Microsoft.Build")), Is.Empty, "the host brings its own");
        }

        Assert.That(files, Does.Contain("tasks/net8.0/AsyncWeave.Tasks.deps.json"));
        // All tasks of a build share one domain there: a public name could mean another tool's file.
        Assert.That(files.Where(file => file.StartsWith("tasks/net472/") && !file.StartsWith("tasks/net472/AsyncWeave.")), Is.Empty);
        Assert.That(files, Does.Contain("schemas/asyncweave.schema.json").And.Contain("schemas/asyncweave.report.schema.json").And.Contain("schemas/asyncweave.baseline.schema.json"));
    }

    [Test]
    public void HasCodeForThisMachineInTheFormatThatTheRuntimeTakes()
    {
        // The framework's own code, which this very process runs.
        var taken = CompiledImage.Format(File.OpenRead(typeof(object).Assembly.Location));
        Assert.That(taken, Is.Not.Null);

        using var package = ZipFile.OpenRead(PackedPackage.File);
        foreach (var name in new[] { "AsyncWeave.Tasks.dll", "AsyncWeave.Analysis.dll", "AsyncWeave.Report.dll", "AsyncWeave.Model.dll", "Mono.Cecil.dll" })
        {
            Assert.That(CompiledImage.Format(package.GetEntry($"tasks/net8.0-{PackedPackage.Machine}/{name}")!.Open()), Is.EqualTo(taken), name);
            Assert.That(CompiledImage.Format(package.GetEntry($"tasks/net8.0/{name}")!.Open()), Is.Null, name + " for any other machine");
        }
    }

    [Test]
    public void IsADevelopmentDependencyWithoutDependencies()
    {
        using var package = ZipFile.OpenRead(PackedPackage.File);
        using var stream = package.GetEntry("AsyncWeave.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        XElement? Of(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

        Assert.That(Of("developmentDependency")?.Value, Is.EqualTo("true"));
        Assert.That(Of("dependencies")?.Descendants().Where(element => element.Name.LocalName == "dependency") ?? [], Is.Empty);
        Assert.That(Of("license")?.Value, Is.EqualTo("MIT"));
        Assert.That(package.GetEntry(Of("readme")!.Value), Is.Not.Null);
    }
}
