using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Tells what a source generator wrote: its authors cannot be asked to mend it.</summary>
internal static class GeneratedCode
{
    public static bool Is(OpenedModule module, MethodDefinitionHandle kickoff, MethodDefinitionHandle body) =>
        IsAttributed(module, kickoff) || IsGeneratedFile(module.Symbols.FileOf(MetadataTokens.GetToken(body)));

    /// <summary>By the document's name as reports show it: under <c>obj/</c>, or <c>*.g.cs</c> and its kin.</summary>
    public static bool IsGeneratedFile(string? file) =>
        file is not null
        && (file.StartsWith("obj/", StringComparison.Ordinal) || file.IndexOf("/obj/", StringComparison.Ordinal) >= 0
            || EndsWith(file, ".g.cs") || EndsWith(file, ".g.i.cs") || EndsWith(file, ".generated.cs") || EndsWith(file, ".designer.cs") || EndsWith(file, ".g.vb"));

    private static bool IsAttributed(OpenedModule module, MethodDefinitionHandle kickoff)
    {
        if (!module.Attributes.Contains(KnownAttribute.GeneratedCode))
            return false;
        if (module.Attributes.Has(kickoff, KnownAttribute.GeneratedCode))
            return true;
        for (var type = module.Metadata.GetMethodDefinition(kickoff).GetDeclaringType(); !type.IsNil; type = module.Metadata.GetTypeDefinition(type).GetDeclaringType())
        {
            if (module.Attributes.Has(type, KnownAttribute.GeneratedCode))
                return true;
        }

        // The attribute may stand on the method whose lambda or local function this is.
        return new ContainingMethods(module).Of(kickoff) is { IsNil: false } home && module.Attributes.Has(home, KnownAttribute.GeneratedCode);
    }

    private static bool EndsWith(string file, string ending) => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
