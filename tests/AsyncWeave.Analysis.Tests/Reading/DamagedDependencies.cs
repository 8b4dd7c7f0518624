using System.Diagnostics;
using AsyncWeave.Fixtures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Reading;

/// <summary>What an assembly depends on may lie as well as the assembly itself.</summary>
public class DamagedDependencies
{
    private const string Structs = """
        using System; using System.Collections.Generic;
        public enum Kind : short { None }
        public struct Line<T> { public T From; public T To; public Kind Kind; public Dictionary<string, List<T>> Names; }
        public struct Point { public byte X; public Guid Id; public string Name; public Line<(int, DateTime?)> Line; public unsafe int*** Raw; }
        """;

    private const string Machines = """
        using System.Threading.Tasks;
        public static class Maps
        {
            public static async Task<Point> Find(Point start) { await Task.Yield(); return start; }
            public static async Task<Line<T>> Draw<T>(Line<T> line, Point start) { await Task.Yield(); System.Console.Write(start.X); return line; }
        }
        """;

    private readonly string directory = Directory.CreateTempSubdirectory("asyncweave-dependency-").FullName;

    [Test]
    [CancelAfter(180_000)]
    public void RandomBytesEndInASizeOrInAReason()
    {
        var (maps, points) = Compile();
        var whole = File.ReadAllBytes(points);
        var metadata = whole.AsSpan().IndexOf("BSJB"u8);
        var random = new Random(7);
        var watch = Stopwatch.StartNew();
        using var session = new AnalysisSession();
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                bytes[random.Next(metadata, bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(points, bytes);

            var report = session.Analyze(new AnalysisOptions(maps));

            Assert.That(report.Methods.Count + report.Diagnostics.Count(finding => finding.Id == "AW0006"), Is.EqualTo(2), $"mutation {i}");
        }

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(150)));
    }

    [Test]
    public void SignatureNestedWithoutEndIsNotFollowed()
    {
        var (maps, points) = Compile();
        using (var module = ModuleDefinition.ReadModule(points, new ReaderParameters { InMemory = true }))
        {
            TypeReference type = module.TypeSystem.Int32;
            for (var i = 0; i < 200_000; i++)
                type = new PointerType(type);
            module.GetType("Point").Fields[0].FieldType = type;
            var writer = new Thread(() => module.Write(points), 1 << 30); // the writer recurses as well
            writer.Start();
            writer.Join();
        }

        var machine = AssemblyAnalyzer.Analyze(new AnalysisOptions(maps)).Methods[0].StateMachine!;

        Assert.That(machine.Exact, Is.False);
        Assert.That(machine.InexactBecause, Does.Contain("Points was not found"));
    }

    private (string Maps, string Points) Compile()
    {
        var points = Emit("Points", Structs, []);
        return (Emit("Maps", Machines, [MetadataReference.CreateFromFile(points)]), points);
    }

    private string Emit(string name, string source, IEnumerable<MetadataReference> references)
    {
        var path = Path.Combine(directory, name + ".dll");
        var emitted = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], Fixture.Compile("").Compilation.References.Concat(references),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true)).Emit(path);
        Assert.That(emitted.Success, Is.True, string.Join('\n', emitted.Diagnostics));
        return path;
    }
}
