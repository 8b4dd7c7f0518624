using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Implementations;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>A module made by hand, for metadata that no compiler writes, and an engine that reads it back from disk.</summary>
internal sealed class TypeBench : IDisposable
{
    private readonly string path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("asyncweave-bench-").FullName, "Bench.dll");
    private readonly ResolverSession session = new((_, _) => null);
    private ImplementationResolver? resolver;
    private ModuleFile? written;

    public TypeBench()
    {
        Module = ModuleDefinition.CreateModule("Bench", ModuleKind.Dll);
        Module.Assembly.Name.Name = "Bench";
    }

    public ModuleDefinition Module { get; }

    public string Path => path;

    public TypeDefinition Struct(string name, TypeAttributes layout = TypeAttributes.SequentialLayout) =>
        Add(name, layout | TypeAttributes.Sealed, Module.ImportReference(typeof(ValueType)));

    public TypeDefinition Class(string name, TypeReference? parent = null, TypeAttributes layout = TypeAttributes.AutoLayout) =>
        Add(name, layout, parent ?? Module.TypeSystem.Object);

    public static void Field(TypeDefinition owner, TypeReference type) =>
        owner.Fields.Add(new FieldDefinition("f" + owner.Fields.Count, FieldAttributes.Public, type));

    public void InlineArray(TypeDefinition type, int length)
    {
        var attribute = new CustomAttribute(Module.ImportReference(
            typeof(System.Runtime.CompilerServices.InlineArrayAttribute).GetConstructor([typeof(int)])));
        attribute.ConstructorArguments.Add(new CustomAttributeArgument(Module.TypeSystem.Int32, length));
        type.CustomAttributes.Add(attribute);
    }

    /// <summary>Writes the module on the first call; later ones read on.</summary>
    public LayoutEngine Engine(string framework = "net10.0", Architecture architecture = Architecture.X64)
    {
        if (!File.Exists(path))
            Module.Write(path);
        resolver = session.For(new AnalysisOptions(path), RuntimeMoniker.For(framework, architecture));
        return new LayoutEngine(resolver);
    }

    /// <summary>Read without the checks of the resolver, which refuse some of what the engine has to survive where it comes from two modules.</summary>
    public RowType Written(string name)
    {
        written ??= ModuleFile.TryOpen(path, resolver!.Types)!;
        return new RowType(written.Rows, written.Rows.TopLevelType("Bench", name));
    }

    public TypeLayout LayoutOf(string name)
    {
        var engine = Engine();
        return engine.Of(Written(name));
    }

    public void Dispose()
    {
        written?.Dispose();
        resolver?.Dispose();
        session.Dispose();
        Module.Dispose();
    }

    private TypeDefinition Add(string name, TypeAttributes attributes, TypeReference parent)
    {
        var type = new TypeDefinition("Bench", name, TypeAttributes.Public | attributes, parent);
        Module.Types.Add(type);
        return type;
    }
}
