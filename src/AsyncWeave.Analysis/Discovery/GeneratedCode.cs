using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Tells what a source generator wrote: its authors cannot be asked to mend it.</summary>
internal static class GeneratedCode
{
    public static bool Is(OpenedModule module, MethodDefinition kickoff, MethodDefinition body) =>
        IsAttributed(module, kickoff) || IsGeneratedFile(FirstFile(module, body));

    /// <summary>By the document's name as reports show it: under <c>obj/</c>, or <c>*.g.cs</c> and its kin.</summary>
    public static bool IsGeneratedFile(string? file) =>
        file is not null
        && (file.StartsWith("obj/", StringComparison.Ordinal) || file.IndexOf("/obj/", StringComparison.Ordinal) >= 0
            || EndsWith(file, ".g.cs") || EndsWith(file, ".g.i.cs") || EndsWith(file, ".generated.cs") || EndsWith(file, ".designer.cs") || EndsWith(file, ".g.vb"));

    private static bool IsAttributed(OpenedModule module, MethodDefinition kickoff)
    {
        if (Has(module, kickoff))
            return true;
        for (var type = kickoff.DeclaringType; type is not null; type = type.DeclaringType)
        {
            if (Has(module, type))
                return true;
        }

        return false;
    }

    private static bool Has(OpenedModule module, IMetadataTokenProvider member) =>
        module.Attributes.Has(MetadataTokens.EntityHandle(member.MetadataToken.ToInt32()), KnownAttribute.GeneratedCode);

    private static string? FirstFile(OpenedModule module, MethodDefinition body) =>
        module.Symbols.Of(body.MetadataToken.ToInt32()).Points.FirstOrDefault(point => !point.IsHidden).File;

    private static bool EndsWith(string file, string ending) => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
