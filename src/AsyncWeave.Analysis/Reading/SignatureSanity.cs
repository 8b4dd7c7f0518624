using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Reading;

/// <summary>
/// Refuses signatures that are nested without end (ECMA-335 II.23.2): every reader of them recurses, and a stack that overflows takes
/// the whole build with it.
/// </summary>
internal static class SignatureSanity
{
    public static void Check(MetadataReader metadata)
    {
        foreach (var handle in metadata.FieldDefinitions)
            CheckLong(metadata, metadata.GetFieldDefinition(handle).Signature);
        foreach (var handle in metadata.MethodDefinitions)
            CheckLong(metadata, metadata.GetMethodDefinition(handle).Signature);
        foreach (var handle in metadata.MemberReferences)
            CheckLong(metadata, metadata.GetMemberReference(handle).Signature);
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.StandAloneSig); row++)
            CheckLong(metadata, metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row)).Signature);
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
            CheckLong(metadata, metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).Signature);
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.TypeSpec); row++)
            CheckSpecification(metadata, row);
    }

    // Each level takes a byte at least, so that short signatures, nearly all of them, need no look.
    private static void CheckLong(MetadataReader metadata, BlobHandle signature) => Walk(metadata, signature, blob =>
    {
        if (blob.Length > SignatureWalk.Deepest)
            new SignatureWalk(blob, firstForbiddenSpecification: int.MaxValue).Signature();
    });

    /// <summary>A specification may name earlier ones only; one that leads back to itself would be read for ever.</summary>
    private static void CheckSpecification(MetadataReader metadata, int row) =>
        Walk(metadata, metadata.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)).Signature,
            blob => new SignatureWalk(blob, firstForbiddenSpecification: row).Type());

    private static void Walk(MetadataReader metadata, BlobHandle signature, Action<BlobReader> walk)
    {
        try
        {
            walk(metadata.GetBlobReader(signature));
        }
        catch (BadImageFormatException fault) when (fault is not EndlessSignatureException)
        {
            // Cut short or misspelt: whoever needs the signature will say so.
        }
    }
}
