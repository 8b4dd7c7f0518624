using System.Text.Json;
using AsyncWeave.Fixtures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncWeave.Cli.Tests.Verify;

/// <summary>An assembly in the NuGet folder: its dependencies lie in packages of their own.</summary>
public sealed class PackagesTests
{
    private const string Structs = "public struct Point { public byte X; public System.Guid Y; public string Name; }";
    private const string Machine = """
        public static class Maps
        {
            public static async System.Threading.Tasks.Task<Point> Find(Point start) { await System.Threading.Tasks.Task.Yield(); return start; }
        }
        """;

    [Test]
    public void DependenciesAreFoundForTheAnalysisAndForTheClr()
    {
        using var work = new Workspace();
        var points = AddPackage(work, "points", "1.2.0", "net8.0", Structs, dependency: null, []);
        var older = AddPackage(work, "points", "1.0.0", "net8.0", "public struct Point { public byte X; }", dependency: null, []);
        var maps = AddPackage(work, "maps", "3.0.0", "netstandard2.0", Machine, "<dependency id=\"Points\" version=\"[1.1.0, )\" />", [points]);

        var run = work.Run("verify", maps, "--json");

        Assert.That(File.Exists(older));
        using var outcome = JsonDocument.Parse(run.Out);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Out);
            Assert.That(outcome.RootElement.GetProperty("stateMachines").GetInt32(), Is.EqualTo(1));
            Assert.That(outcome.RootElement.GetProperty("skipped").GetArrayLength(), Is.Zero, run.Out);
        });
    }

    [Test]
    public void TypeArgumentsAreFoundForConstraints()
    {
        const string source = """
            using System; using System.Collections.Generic; using System.Threading.Tasks;
            public class User<TKey> where TKey : IEquatable<TKey> { public TKey? Id; }
            public abstract class Handler { }
            public sealed class PlainHandler : Handler { }
            public class Store<TUser, TKey, TClaims> where TUser : User<TKey> where TKey : IEquatable<TKey> where TClaims : IEnumerable<TUser>
            {
                public async Task<TUser?> Find(TKey key, TClaims claims) { await Task.Yield(); Console.Write(key); Console.Write(claims); return default; }
            }
            public static class Handlers
            {
                public static async Task<T> Make<T>(int id) where T : Handler, new() { await Task.Yield(); Console.Write(id); return new T(); }
            }
            """;

        var run = CliRun.Of("verify", Fixture.Compile(source).AssemblyPath, "--json");

        using var outcome = JsonDocument.Parse(run.Out);
        Assert.That(outcome.RootElement.GetProperty("stateMachines").GetInt32(), Is.EqualTo(2), run.Out);
    }

    private static string AddPackage(Workspace work, string id, string version, string framework, string source, string? dependency, string[] references)
    {
        var package = Path.Combine(work.Directory, id, version);
        var path = Path.Combine(package, "lib", framework, id + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(Path.Combine(package, id + ".nuspec"),
            $"<package><metadata><id>{id}</id><version>{version}</version><dependencies>{dependency}</dependencies></metadata></package>");
        var emitted = CSharpCompilation.Create(id,
            [CSharpSyntaxTree.ParseText(source)],
            Fixture.Compile(source: "").Compilation.References.Concat(references.Select(reference => MetadataReference.CreateFromFile(reference))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release)).Emit(path);
        Assert.That(emitted.Success, Is.True, string.Join('\n', emitted.Diagnostics));
        return path;
    }
}
