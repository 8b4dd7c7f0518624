using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncWeave.Peers.Tests;

/// <summary>A program of <c>samples/</c>, compiled in-process as its project would.</summary>
internal sealed record Sample(string Name, Compilation Compilation, string AssemblyPath)
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly string[] WebUsings =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    public static Sample Compile(string name, bool web, [CallerFilePath] string here = "")
    {
        var directory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../samples", name));
        var implicitly = string.Join("\n", Usings.Concat(web ? WebUsings : []).Select(space => $"global using global::{space};"));
        var trees = Directory.EnumerateFiles(directory, "*.cs").Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path, encoding: System.Text.Encoding.UTF8))
            .Append(CSharpSyntaxTree.ParseText(implicitly, path: name + ".GlobalUsings.g.cs", encoding: System.Text.Encoding.UTF8));
        var compilation = CSharpCompilation.Create(name, trees, References(web), new CSharpCompilationOptions(
            web ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

        var path = Path.Combine(Directory.CreateTempSubdirectory("asyncweave-sample-").FullName, name + ".dll");
        using var dll = File.Create(path);
        using var pdb = File.Create(Path.ChangeExtension(path, ".pdb"));
        var result = compilation.Emit(dll, pdb);
        return result.Success ? new Sample(name, compilation, path) : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static IEnumerable<MetadataReference> References(bool web)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] directories = web ? [framework, framework.Replace("Microsoft.NETCore.App", "Microsoft.AspNetCore.App", StringComparison.Ordinal)] : [framework];
        return directories.SelectMany(directory => Directory.EnumerateFiles(directory, "*.dll"))
            .Where(path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file.StartsWith("Microsoft.", StringComparison.Ordinal) || file is "netstandard.dll")
                && !file.Contains("Native", StringComparison.Ordinal) && file != "Microsoft.DiaSymReader.Native.amd64.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
