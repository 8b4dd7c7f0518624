using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading.Implementations;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Reading;

/// <summary>An assembly opened for analysis.</summary>
/// <param name="Metadata">For finding rows without visiting what is not async.</param>
/// <param name="Types">Leads from its references to the assemblies that will run.</param>
internal sealed record OpenedModule(string Path, PEReader Image, MetadataReader Metadata, Symbols Symbols, ForwardingResolver Types) : IDisposable
{
    private ModuleRows? rows;
    private AttributeIndex? attributes;
    private MemberNames? names;
    private MemberRows? members;
    private ModuleBodies? bodies;
    private IReadOnlyList<CodeStretch>? code;

    /// <summary>Where the few attributes stand that the rooms ask for; one pass over their table, on first use.</summary>
    public AttributeIndex Attributes => attributes ??= AttributeIndex.Of(Metadata);

    /// <summary>The module as others are seen that its references lead to.</summary>
    public ModuleRows Rows => rows ??= new ModuleRows(Image, Metadata, Types);

    public SignatureReader Signatures => Rows.Signatures;

    /// <summary>The methods, fields and types that the code names.</summary>
    public MemberRows Members => members ??= new MemberRows(Metadata, Signatures);

    /// <summary>What the references to types lead to.</summary>
    public RowReferences References => Rows.References;

    public MemberNames Names => names ??= new MemberNames(Metadata, Signatures);

    /// <summary>Nil for a library. ECMA-335 II.25.3.3: a token, unless a flag says that it is the address of native code.</summary>
    public MethodDefinitionHandle EntryPoint
    {
        get
        {
            if (Image.PEHeaders.CorHeader is not { } header || (header.Flags & CorFlags.NativeEntryPoint) != 0)
                return default;
            var token = header.EntryPointTokenOrRelativeVirtualAddress;
            var row = token & 0x00FFFFFF;
            return token >>> 24 == (int)TableIndex.MethodDef && row > 0 && row <= Metadata.MethodDefinitions.Count ? MetadataTokens.MethodDefinitionHandle(row) : default;
        }
    }

    /// <summary>A name out of the heap; one that many rows share is read once.</summary>
    public string Text(StringHandle handle) => Rows.Text(handle);

    /// <summary>Metadata name.</summary>
    public string NameOf(MethodDefinitionHandle method) => Metadata.GetString(Metadata.GetMethodDefinition(method).Name);

    /// <summary>Decodes method bodies; what their tokens mean is kept from one to the next.</summary>
    public ModuleBodies Bodies => bodies ??= new ModuleBodies(this);

    /// <summary>All bodies as bytes, for searches that decode few of them.</summary>
    public IReadOnlyList<CodeStretch> Code => code ??= CodeStretch.Of(Image, Metadata);

    public void Dispose()
    {
        Symbols.Dispose();
        Image.Dispose();
    }
}
