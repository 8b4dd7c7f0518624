using System.Runtime.Loader;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Tests.Layout.Fuzz;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>Random structs and classes, against the running CLR.</summary>
public class RandomTypeLayouts
{
    [TestCase(1, 7_000)]
    [TestCase(2, 7_000)]
    [TestCase(3, 7_000)]
    public void EqualTheRunningClr(int seed, int count)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("asyncweave-fuzz-").FullName, $"Fuzz{seed}.dll");
        RandomTypes.Write(path, seed, count);
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var assembly = context.LoadFromAssemblyPath(path);

        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(new AnalysisOptions(path), RuntimeMoniker.For("net10.0", Architecture.X64));
        var engine = new LayoutEngine(resolver);
        var tally = new LayoutTally(ClrOracle.ElementSizeOf);
        var rows = resolver.Find($"Fuzz{seed}")!.Rows;
        using var module = ModuleDefinition.ReadModule(path);
        foreach (var type in module.Types.Where(type => type.Namespace == "Fuzz"))
            tally.Compare(type, rows, engine, assembly);

        TestContext.Out.WriteLine(tally.Summary());
        Assert.That(tally.Mismatches, Is.Empty);
        Assert.That(tally.TypesChecked, Is.GreaterThan(count * 95 / 100));
    }
}
