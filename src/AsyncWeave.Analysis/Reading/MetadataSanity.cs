using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Reading;

/// <summary>
/// Refuses the metadata that would send a reader round in circles: a stack that overflows cannot be caught.
/// Everything else that lies ends in an exception where it is read.
/// </summary>
internal static class MetadataSanity
{
    public static void Check(MetadataReader metadata)
    {
        RefuseNestingCycles(metadata);
        RefuseInheritanceCycles(metadata);
        SignatureSanity.Check(metadata);
    }

    // ECMA-335 II.22.32: a type is nested in at most one other, so a walk outward that is longer than the table goes in a circle.
    private static void RefuseNestingCycles(MetadataReader metadata) =>
        RefuseCycles(metadata, type => type.GetDeclaringType(), "a type is nested in itself");

    private static void RefuseInheritanceCycles(MetadataReader metadata) =>
        RefuseCycles(metadata, type => type.BaseType is { Kind: HandleKind.TypeDefinition } parent ? (TypeDefinitionHandle)parent : default, "a type derives from itself");

    private static void RefuseCycles(MetadataReader metadata, Func<TypeDefinition, TypeDefinitionHandle> next, string fault)
    {
        var walkOf = new int[metadata.TypeDefinitions.Count + 1];
        foreach (var start in metadata.TypeDefinitions)
        {
            var walk = MetadataTokens.GetRowNumber(start);
            for (var at = start; !at.IsNil && walkOf[MetadataTokens.GetRowNumber(at)] == 0; at = next(metadata.GetTypeDefinition(at)))
            {
                walkOf[MetadataTokens.GetRowNumber(at)] = walk;
                var onward = next(metadata.GetTypeDefinition(at));
                if (!onward.IsNil && walkOf[MetadataTokens.GetRowNumber(onward)] == walk)
                    throw new BadImageFormatException(fault);
            }
        }
    }
}
