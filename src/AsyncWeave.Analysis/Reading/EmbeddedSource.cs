using System.IO.Compression;
using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading;

/// <summary>The text of a document that the compiler put into the symbols themselves (<c>EmbedAllSources</c>; Portable PDB, "Embedded Source").</summary>
internal static class EmbeddedSource
{
    private static readonly Guid Kind = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");

    /// <summary>Null where there is none, or one that is larger than <paramref name="mostBytes"/>.</summary>
    public static byte[]? Of(MetadataReader pdb, DocumentHandle document, int mostBytes)
    {
        foreach (var handle in pdb.GetCustomDebugInformation(document))
        {
            var information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) == Kind)
                return Read(pdb.GetBlobBytes(information.Value), mostBytes);
        }

        return null;
    }

    // int32 format: 0 for plain bytes, else the number of bytes that the deflated rest gives
    private static byte[]? Read(byte[] blob, int mostBytes)
    {
        const int header = sizeof(int);
        if (blob.Length < header)
            return null;
        var size = BitConverter.ToInt32(blob, 0);
        if (size == 0)
            return blob.Length - header <= mostBytes ? blob.AsSpan(header).ToArray() : null;
        return size > 0 && size <= mostBytes ? Inflate(blob, header, size) : null;
    }

    private static byte[]? Inflate(byte[] blob, int start, int size)
    {
        var text = new byte[size];
        try
        {
            using var deflated = new DeflateStream(new MemoryStream(blob, start, blob.Length - start), CompressionMode.Decompress);
            for (var read = 0; read < size;)
            {
                var more = deflated.Read(text, read, size - read);
                if (more == 0)
                    return null;
                read += more;
            }

            return text;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
