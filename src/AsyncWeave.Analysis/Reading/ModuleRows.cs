using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading.Implementations;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Reading;

/// <summary>One module by its metadata rows: the analysed one, or one that its references lead to.</summary>
/// <param name="find">Finds the module that stands for an assembly name among this module's references.</param>
internal sealed class ModuleRows(MetadataReader metadata, bool isReadyToRun, Func<string, FoundModule?> find)
{
    private readonly Dictionary<StringHandle, string> texts = [];
    private SignatureReader? signatures;
    private RowReferences? references;
    private TypeIndex? types;
    private TypeIndex? forwarders;

    public MetadataReader Metadata => metadata;

    /// <summary>Compiled ahead of time.</summary>
    public bool IsReadyToRun => isReadyToRun;

    public SignatureReader Signatures => signatures ??= new SignatureReader(metadata);

    /// <summary>What the references to types lead to.</summary>
    public RowReferences References => references ??= new RowReferences(metadata, Signatures.Types, find);

    /// <summary>A name out of the heap; one that many rows share is read once.</summary>
    public string Text(StringHandle handle)
    {
        if (!texts.TryGetValue(handle, out var text))
            texts[handle] = text = metadata.GetString(handle);
        return text;
    }

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
