using System.Diagnostics;
using System.Reflection;
using AsyncWeave.Analysis.Tests.Layout.Fuzz;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>What leaving a field out saves, against the running CLR's size of a twin that lacks it.</summary>
public class SavedBytesTests
{
    [Test]
    public void EqualsTheClrsSizeOfATwinWithoutTheField()
    {
        using var bench = new TypeBench();
        var random = new Random(7);
        var types = new FieldTypes(random, bench.Module);
        for (var i = 0; i < 400; i++)
            AddWithTwins(bench, types, i, random);

        var engine = bench.Engine();
        var assembly = Assembly.LoadFrom(bench.Path);
        var compared = 0;
        for (var i = 0; i < 400; i++)
        {
            var saved = engine.SavedBytes(bench.Written("T" + i));
            var type = bench.Module.GetType("Bench", "T" + i);
            var whole = SizeOf(assembly, type.Name);
            for (var field = 0; field < type.Fields.Count; field++, compared++)
                Assert.That(saved[type.Fields[field].MetadataToken.ToUInt32()], Is.EqualTo(whole - SizeOf(assembly, $"T{i}_{field}")), $"{type} without f{field}");
        }

        Assert.That(compared, Is.GreaterThan(1_500));
    }

    [Test]
    public void FiftyThousandStructsAreQuick()
    {
        using var bench = new TypeBench();
        var type = bench.Struct("Wide", Mono.Cecil.TypeAttributes.AutoLayout);
        TypeBench.Field(type, bench.Module.TypeSystem.Object);
        for (var i = 0; i < 50_000; i++)
            TypeBench.Field(type, bench.Module.ImportReference(i % 2 == 0 ? typeof(Guid) : typeof(Index)));

        var engine = bench.Engine();
        engine.Of(bench.Written("Wide"));
        var watch = Stopwatch.StartNew();
        var saved = engine.SavedBytes(bench.Written("Wide"));

        Assert.That(saved, Has.Count.EqualTo(50_001));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20))); // one layout for each field would take minutes
    }

    private static void AddWithTwins(TypeBench bench, FieldTypes types, int index, Random random)
    {
        var fields = Enumerable.Range(0, random.Next(1, 9)).Select(_ => types.Next(bench.Module.Types[0])).ToList();
        var layout = random.Next(3) == 0 ? Mono.Cecil.TypeAttributes.SequentialLayout : Mono.Cecil.TypeAttributes.AutoLayout;
        var isClass = layout == Mono.Cecil.TypeAttributes.AutoLayout && random.Next(4) == 0;
        for (var without = -1; without < fields.Count; without++)
        {
            var name = without < 0 ? "T" + index : $"T{index}_{without}";
            var type = isClass ? bench.Class(name) : bench.Struct(name, layout);
            for (var field = 0; field < fields.Count; field++)
            {
                if (field != without)
                    TypeBench.Field(type, fields[field]);
            }
        }
    }

    private static int SizeOf(Assembly assembly, string name)
    {
        var type = assembly.GetType("Bench." + name, throwOnError: true)!;
        return type.IsValueType ? ClrOracle.ElementSizeOf(type) : ClrOracle.HeapSizeOf(type);
    }
}
