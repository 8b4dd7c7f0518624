using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;
using Mono.Cecil;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;
using TypeReference = Mono.Cecil.TypeReference;

namespace AsyncWeave.Analysis.Tests.Reading;

public class SignatureSanityTests
{
    [TestCase(100)]
    [TestCase(450)]
    public void DeepSignaturesAreRead(int levels) => Assert.That(() => Check(Write(levels)), Throws.Nothing);

    [TestCase(501)]
    [TestCase(100_000)]
    public void EndlessSignaturesAreRefused(int levels) =>
        Assert.That(() => Check(Write(levels)), Throws.InstanceOf<BadImageFormatException>().With.Message.Contains("nests without end"));

    [Test]
    public void SpecificationThatNamesItselfIsRefused()
    {
        var image = Write(levels: 3);
        // TypeSpec 1 is int***: 0F 0F 0F 08, made into modreq(TypeSpec 1) int.
        var blob = image.AsSpan().IndexOf(new byte[] { 4, 0x0F, 0x0F, 0x0F, 0x08 });
        Assert.That(blob, Is.GreaterThan(0));
        new byte[] { 3, 0x1F, 1 << 2 | 2, 0x08 }.CopyTo(image.AsSpan(blob));

        Assert.That(() => Check(image), Throws.InstanceOf<BadImageFormatException>().With.Message.Contains("nests without end"));
    }

    [Test]
    public void TypeParametersTakeNoRoomInASignature()
    {
        var fixture = Fixture.Compile("public class Services { public void Add<A, B, C, D, E>() { } public void Use() => Add<int, int, int, int, int>(); }");

        Assert.That(() => Check(File.ReadAllBytes(fixture.AssemblyPath)), Throws.Nothing);
    }

    [Test]
    public void FrameworkAssembliesPass()
    {
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll"))
            Assert.That(() => Check(File.ReadAllBytes(path)), Throws.Nothing, path);
    }

    private static void Check(byte[] image)
    {
        using var reader = new PEReader(new MemoryStream(image));
        SignatureSanity.Check(reader.GetMetadataReader());
    }

    private static byte[] Write(int levels)
    {
        using var module = ModuleDefinition.CreateModule("Deep", ModuleKind.Dll);
        TypeReference type = module.TypeSystem.Int32;
        for (var i = 0; i < levels; i++)
            type = new PointerType(type);
        var holder = new TypeDefinition("N", "Holder", Mono.Cecil.TypeAttributes.Public, module.TypeSystem.Object);
        holder.Fields.Add(new Mono.Cecil.FieldDefinition("f", Mono.Cecil.FieldAttributes.Public, type));
        holder.Interfaces.Add(new Mono.Cecil.InterfaceImplementation(type)); // a row of TypeSpec
        module.Types.Add(holder);
        var stream = new MemoryStream();
        var writer = new Thread(() => module.Write(stream), 1 << 29); // the writer recurses as well
        writer.Start();
        writer.Join();
        return stream.ToArray();
    }
}
