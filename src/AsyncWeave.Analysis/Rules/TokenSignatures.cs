using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Finds <c>CancellationToken</c> in signatures by its bytes: most methods have none, and need not be decoded to know it.</summary>
internal sealed class TokenSignatures
{
    private readonly MetadataReader metadata;
    private readonly byte[] token; // ELEMENT_TYPE_VALUETYPE and the compressed TypeDefOrRef, ECMA-335 II.23.2.8

    public TokenSignatures(MetadataReader metadata)
    {
        this.metadata = metadata;
        token = Find(metadata) is { IsNil: false } type ? Encode(type) : [];
    }

    /// <summary>The module names no such type, so it has none to pass.</summary>
    public bool TypeIsUnknown => token.Length == 0;

    /// <summary>Whether the bytes stand somewhere in a signature; they can be there by accident.</summary>
    public bool Mention(BlobHandle signature)
    {
        var blob = metadata.GetBlobReader(signature);
        while (blob.RemainingBytes >= token.Length)
        {
            if (StartsWithToken(blob))
                return true;
            blob.ReadByte();
        }

        return false;
    }

    public bool IsFieldOf(BlobHandle signature)
    {
        var blob = metadata.GetBlobReader(signature);
        return blob.Length == token.Length + 1 && blob.ReadByte() == (byte)SignatureKind.Field && StartsWithToken(blob);
    }

    private bool StartsWithToken(BlobReader blob)
    {
        foreach (var expected in token)
        {
            if (blob.ReadByte() != expected)
                return false;
        }

        return true;
    }

    private static EntityHandle Find(MetadataReader metadata)
    {
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            if (metadata.StringComparer.Equals(type.Name, "CancellationToken") && metadata.StringComparer.Equals(type.Namespace, "System.Threading"))
                return handle;
        }

        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (metadata.StringComparer.Equals(type.Name, "CancellationToken") && metadata.StringComparer.Equals(type.Namespace, "System.Threading"))
                return handle;
        }

        return default;
    }

    private static byte[] Encode(EntityHandle type)
    {
        var blob = new BlobBuilder();
        blob.WriteByte((byte)SignatureTypeKind.ValueType);
        blob.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(type));
        return blob.ToArray();
    }
}
