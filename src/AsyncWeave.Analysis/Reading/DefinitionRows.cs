using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Reading;

/// <summary>From Cecil's definitions back to rows.</summary>
internal static class DefinitionRows
{
    public static MethodDefinitionHandle Row(this Mono.Cecil.MethodDefinition method) => MetadataTokens.MethodDefinitionHandle((int)method.MetadataToken.RID);

    public static TypeDefinitionHandle Row(this Mono.Cecil.TypeDefinition type) => MetadataTokens.TypeDefinitionHandle((int)type.MetadataToken.RID);
}
