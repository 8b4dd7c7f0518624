using System.Text.Json;
using AsyncWeave.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncWeave.Cli.Tests;

/// <summary>A library's output holds its own assembly alone; its packages stay in the NuGet folder, and its .deps.json names them.</summary>
public sealed class LibraryWithPackages
{
    [Test]
    public void FindsThemThroughItsDependencyFile()
    {
        using var place = new Workspace();
        CompileAgainst(typeof(Mono.Cecil.MetadataToken).Assembly.Location, Path.Combine(place.Directory, "Library.dll"));
        Assert.That(Machine(place).GetProperty("exact").GetBoolean(), Is.False, "nothing says where the package is");

        place.Write("Library.deps.json", Dependencies("mono.cecil", "lib/netstandard2.0/Mono.Cecil.dll"));

        Assert.That(Machine(place).GetProperty("exact").GetBoolean(), Is.True);
    }

    private static void CompileAgainst(string reference, string path)
    {
        var source = CSharpSyntaxTree.ParseText("""
            using System.Threading.Tasks;
            using Mono.Cecil;
            public static class Tokens
            {
                public static async Task<int> AsyncOf(int row)
                {
                    var token = new MetadataToken((uint)row);
                    await Task.Delay(1);
                    return token.ToInt32();
                }
            }
            """);
        var result = Shop.Fixture.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(source).AddReferences(MetadataReference.CreateFromFile(reference)).Emit(path);
        Assert.That(result.Success, string.Join('\n', result.Diagnostics));
    }

    private static JsonElement Machine(Workspace place)
    {
        using var json = JsonDocument.Parse(place.Run("scan", "Library.dll", "--json", "-").Out);
        return json.RootElement.GetProperty("methods")[0].GetProperty("stateMachine").Clone();
    }

    private static string Dependencies(string package, string asset)
    {
        var version = FrameworkLocations.OfThisMachine.PackageRoots.SelectMany(root => Directory.GetDirectories(Path.Combine(root, package))).Select(Path.GetFileName).First();
        return $$"""
            {
              "targets": { ".NETCoreApp,Version=v10.0": { "{{package}}/{{version}}": { "runtime": { "{{asset}}": {} } } } },
              "libraries": { "{{package}}/{{version}}": { "type": "package", "path": "{{package}}/{{version}}" } }
            }
            """;
    }
}
