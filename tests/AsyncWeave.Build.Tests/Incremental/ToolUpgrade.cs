using System.IO.Compression;
using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Incremental;

internal sealed class ToolUpgrade
{
    [Test]
    public void MeasuresAndJudgesAgain()
    {
        using var sandbox = new Sandbox().Project().Write("Orders.cs", Sources.OneMethod);
        sandbox.Build().MustSucceed();
        var measured = sandbox.MeasuredAt();

        var next = PackedPackage.Version + ".next";
        Publish(next, sandbox);
        try
        {
            sandbox.Write("App.csproj", File.ReadAllText(sandbox.FullPath("App.csproj")).Replace(PackedPackage.Version, next));
            var run = sandbox.Build().MustSucceed();
            Assert.That(run.Summaries, Has.Count.EqualTo(1));
            Assert.That(sandbox.MeasuredAt(), Is.GreaterThan(measured));
        }
        finally
        {
            Directory.Delete(Path.Combine(Path.GetDirectoryName(PackedPackage.Unpacked)!, next), recursive: true);
        }
    }

    /// <summary>The same package under a later version, in a feed of the sandbox.</summary>
    private static void Publish(string version, Sandbox sandbox)
    {
        var feed = Directory.CreateDirectory(sandbox.FullPath("feed")).FullName;
        var file = Path.Combine(feed, $"AsyncWeave.{version}.nupkg");
        File.Copy(PackedPackage.File, file);
        using (var package = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            var entry = package.GetEntry("AsyncWeave.nuspec")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(package.CreateEntry("AsyncWeave.nuspec").Open());
            writer.Write(text.Replace($"<version>{PackedPackage.Version}</version>", $"<version>{version}</version>"));
        }

        sandbox.Write("nuget.config", File.ReadAllText(sandbox.FullPath("nuget.config")).Replace($"value=\"{PackedPackage.Feed}\"", $"value=\"{feed}\""));
    }
}
