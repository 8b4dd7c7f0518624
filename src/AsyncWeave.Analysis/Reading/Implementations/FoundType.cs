using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>A definition in a module that a reference led to.</summary>
internal sealed record FoundType(FoundModule Module, TypeDefinitionHandle Handle)
{
    /// <summary>The same as Cecil sees it, for those who ask more of it than its rows tell.</summary>
    public Mono.Cecil.TypeDefinition Cecil => (Mono.Cecil.TypeDefinition)Module.Module.LookupToken(MetadataTokens.GetToken(Handle));
}
