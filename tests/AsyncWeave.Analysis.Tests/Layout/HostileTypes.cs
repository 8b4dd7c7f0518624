using AsyncWeave.Analysis.Layout;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>Metadata that no runtime loads ends in an inexact layout that says why, in little time.</summary>
public class HostileTypes
{
    private const int FiftyMillion = 50_000_000;

    [Test]
    public void StructInsideItself()
    {
        using var bench = new TypeBench();
        var type = bench.Struct("S");
        TypeBench.Field(type, type);
        TypeBench.Field(type, bench.Module.TypeSystem.Int64);

        AssertInexact(bench.LayoutOf("S"), "Bench.S contains itself", atLeast: 8);
    }

    [Test]
    public void StructsInsideEachOther()
    {
        using var bench = new TypeBench();
        var (left, right) = (bench.Struct("Left"), bench.Struct("Right"));
        TypeBench.Field(left, right);
        TypeBench.Field(right, left);

        AssertInexact(bench.LayoutOf("Left"), "contains itself", atLeast: 1);
    }

    [Test]
    public void ClassesThatDeriveFromEachOther()
    {
        using var bench = new TypeBench();
        var left = bench.Class("Left");
        var right = bench.Class("Right", left);
        left.BaseType = right;

        AssertInexact(bench.LayoutOf("Left"), "contains itself", atLeast: 0);
    }

    [TestCase(int.MaxValue)]
    [TestCase(-1)]
    [TestCase(0)]
    public void InlineArrayThatNoRuntimeLoads(int length)
    {
        using var bench = new TypeBench();
        var type = bench.Struct("Row");
        TypeBench.Field(type, bench.Module.TypeSystem.Int64);
        bench.InlineArray(type, length);

        AssertInexact(bench.LayoutOf("Row"), "inline array", atLeast: 8);
    }

    [Test]
    public void GenericStructInEverLongerForms()
    {
        using var bench = new TypeBench();
        var type = GenericStruct(bench, "S", 1);
        TypeBench.Field(type, Closed(type, Closed(type, type.GenericParameters[0])));

        AssertInexact(bench.LayoutOf("S`1"), "contains itself in ever longer forms", atLeast: 1);
    }

    [Test]
    [MaxTime(120_000)]
    public void GenericStructWhoseNameDoubles()
    {
        using var bench = new TypeBench();
        var pair = GenericStruct(bench, "Pair", 2);
        var type = GenericStruct(bench, "S", 1);
        TypeBench.Field(type, Closed(type, Closed(pair, type.GenericParameters[0], type.GenericParameters[0])));

        AssertInexact(bench.LayoutOf("S`1"), "contains itself", atLeast: 1);
    }

    [Test]
    [MaxTime(120_000)]
    public void GenericStructThatUnfoldsExponentially()
    {
        using var bench = new TypeBench();
        var wrap = GenericStruct(bench, "Wrap", 1);
        var type = GenericStruct(bench, "S", 2);
        var (a, b) = (type.GenericParameters[0], type.GenericParameters[1]);
        TypeBench.Field(type, Closed(type, b, Closed(wrap, a)));
        TypeBench.Field(type, Closed(type, Closed(wrap, a), b));

        AssertInexact(bench.LayoutOf("S`2"), "S`2", atLeast: 1);
    }

    [Test]
    [MaxTime(120_000)]
    public void StructsThatDoubleAtEveryStep()
    {
        using var bench = new TypeBench();
        var last = bench.Struct("S0");
        TypeBench.Field(last, bench.Module.TypeSystem.Byte);
        for (var i = 1; i <= 60; i++)
        {
            var next = bench.Struct("S" + i);
            TypeBench.Field(next, last);
            TypeBench.Field(next, last);
            last = next;
        }

        var layout = bench.LayoutOf("S60");
        AssertInexact(layout, "bigger than any runtime allows", atLeast: FiftyMillion);
        Assert.That(layout.FieldsAtAnyDepth, Is.GreaterThan(1L << 50));
    }

    [Test]
    [MaxTime(120_000)]
    public void MoreFieldsThanTheRuntimeLoads()
    {
        using var bench = new TypeBench();
        var type = bench.Struct("Wide", TypeAttributes.AutoLayout);
        for (var i = 0; i < 200_000; i++)
            type.Fields.Add(new FieldDefinition("f", FieldAttributes.Public, bench.Module.TypeSystem.Byte));

        AssertInexact(bench.LayoutOf("Wide"), "more fields than any runtime loads", atLeast: 65_535);
    }

    [Test]
    public void AsManyFieldsAsTheRuntimeLoads()
    {
        using var bench = new TypeBench();
        var type = bench.Struct("Wide", TypeAttributes.AutoLayout);
        for (var i = 0; i < 65_535; i++)
            type.Fields.Add(new FieldDefinition("f", FieldAttributes.Public, bench.Module.TypeSystem.Byte));

        var layout = bench.LayoutOf("Wide");
        Assert.That(layout.Exact);
        Assert.That(layout.Size, Is.EqualTo(65_536)); // what the CLR says: rounded to a pointer
    }

    [Test]
    public void DeclaredSizeAndOffsetBeyondEverything()
    {
        using var bench = new TypeBench();
        var sized = bench.Struct("Sized");
        sized.PackingSize = 0;
        sized.ClassSize = int.MaxValue;
        var placed = bench.Struct("Placed", TypeAttributes.ExplicitLayout);
        TypeBench.Field(placed, bench.Module.TypeSystem.Int32);
        placed.Fields[0].Offset = int.MaxValue - 1;

        AssertInexact(bench.LayoutOf("Sized"), "bigger than any runtime allows", atLeast: FiftyMillion);
        AssertInexact(bench.LayoutOf("Placed"), "bigger than any runtime allows", atLeast: FiftyMillion);
    }

    [Test]
    public void EnumWithoutAnInteger()
    {
        using var bench = new TypeBench();
        var type = bench.Struct("E");
        type.BaseType = bench.Module.ImportReference(typeof(Enum));
        var owner = bench.Struct("Owner");
        TypeBench.Field(owner, type);

        AssertInexact(bench.LayoutOf("Owner"), "enum without an underlying integer", atLeast: 1);
    }

    [Test]
    public void StructOfAnAssemblyThatIsNotThere()
    {
        using var bench = new TypeBench();
        var missing = new TypeReference("Lost", "Point", bench.Module, new AssemblyNameReference("Lost.And.Found", new Version(1, 0)), valueType: true);
        bench.Module.AssemblyReferences.Add((AssemblyNameReference)missing.Scope);
        var owner = bench.Struct("Owner");
        TypeBench.Field(owner, missing);
        TypeBench.Field(owner, bench.Module.TypeSystem.Int64);

        var layout = bench.LayoutOf("Owner");
        AssertInexact(layout, "Lost.Point of Lost.And.Found was not found", atLeast: 9);
        Assert.That(layout.MissingAssemblies, Is.EqualTo(new[] { "Lost.And.Found" }));
    }

    [Test]
    public void ClassOfAnAssemblyThatIsNotThereIsAReferenceAllTheSame()
    {
        using var bench = new TypeBench();
        var scope = new AssemblyNameReference("Lost.And.Found", new Version(1, 0));
        bench.Module.AssemblyReferences.Add(scope);
        var owner = bench.Struct("Owner");
        TypeBench.Field(owner, new TypeReference("Lost", "Thing", bench.Module, scope, valueType: false));

        var layout = bench.LayoutOf("Owner");
        Assert.That(layout.Exact);
        Assert.That(layout.Size, Is.EqualTo(8));
    }

    private static void AssertInexact(TypeLayout layout, string because, int atLeast)
    {
        Assert.That(layout.InexactBecause, Does.Contain(because));
        Assert.That(layout.Size, Is.GreaterThanOrEqualTo(atLeast));
        Assert.That(layout.HeapSize, Is.GreaterThan(0));
    }

    private static TypeDefinition GenericStruct(TypeBench bench, string name, int parameters)
    {
        var type = bench.Struct(name + "`" + parameters);
        for (var i = 0; i < parameters; i++)
            type.GenericParameters.Add(new GenericParameter("T" + i, type));
        return type;
    }

    private static GenericInstanceType Closed(TypeDefinition type, params TypeReference[] arguments)
    {
        var closed = new GenericInstanceType(type);
        foreach (var argument in arguments)
            closed.GenericArguments.Add(argument);
        return closed;
    }
}
