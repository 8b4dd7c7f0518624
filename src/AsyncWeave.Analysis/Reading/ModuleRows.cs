using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AsyncWeave.Analysis.Reading.Implementations;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Reading;

/// <summary>One module by its metadata rows: the analysed one, or one that its references lead to.</summary>
/// <param name="implementations">Leads from its references to the assemblies that will run.</param>
internal sealed class ModuleRows(PEReader image, MetadataReader metadata, ForwardingResolver implementations)
{
    private readonly Dictionary<StringHandle, string> texts = [];
    private SignatureReader? signatures;
    private RowReferences? references;
    private TypeIndex? types;
    private TypeIndex? forwarders;

    public MetadataReader Metadata => metadata;

    /// <summary>Compiled ahead of time: crossgen sets COMIMAGE_FLAGS_IL_LIBRARY.</summary>
    public bool IsReadyToRun => image.PEHeaders.CorHeader is { } header && ((int)header.Flags & 4) != 0;

    public SignatureReader Signatures => signatures ??= new SignatureReader(metadata);

    /// <summary>What the references to types lead to.</summary>
    public RowReferences References => references ??= new RowReferences(this, implementations);

    /// <summary>A name out of the heap; one that many rows share is read once.</summary>
    public string Text(StringHandle handle)
    {
        if (!texts.TryGetValue(handle, out var text))
            texts[handle] = text = metadata.GetString(handle);
        return text;
    }

    /// <summary>The definition behind a type as this module names it, of an instance that of the generic type; null where it was found nowhere.</summary>
    public RowType? DefinitionOf(EntityHandle type) =>
        !type.IsNil && type.Kind is HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification
        && Signatures.OfType(type).Definition is { } named
            ? References.DefinitionOf(named)
            : null;

    /// <summary>Nil where the module has no such top-level type.</summary>
    public TypeDefinitionHandle TopLevelType(string @namespace, string name) =>
        (types ??= TypeIndex.OfDefinitions(metadata)).Find(@namespace, name) is { IsNil: false } row ? (TypeDefinitionHandle)row : default;

    /// <summary>Simple name of the assembly that a top-level type was moved to; null where it was not.</summary>
    public string? ForwardedTo(string @namespace, string name)
    {
        var row = (forwarders ??= TypeIndex.OfForwarders(metadata)).Find(@namespace, name);
        return row.IsNil
            ? null
            : Text(metadata.GetAssemblyReference((AssemblyReferenceHandle)metadata.GetExportedType((ExportedTypeHandle)row).Implementation).Name);
    }

    /// <summary>Nil where the type has no such nested one.</summary>
    public TypeDefinitionHandle NestedType(TypeDefinitionHandle outer, string name)
    {
        foreach (var nested in metadata.GetTypeDefinition(outer).GetNestedTypes())
        {
            if (metadata.StringComparer.Equals(metadata.GetTypeDefinition(nested).Name, name))
                return nested;
        }

        return default;
    }
}
