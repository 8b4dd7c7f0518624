using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Reading;

/// <summary>
/// Refuses signatures that would have a reader set aside gigabytes for parts that are not there, or nest until its stack overflows.
/// One that merely breaks off is left to whoever reads it: it concerns one method.
/// </summary>
internal static class SignatureSanity
{
    // Compilers stay below a few dozen, and a thread's stack holds some thousands.
    private const int DeepestNesting = 500;
    private const int MostGenericParameters = 4096;
    private const int NoneForbidden = int.MaxValue;

    public static void Check(MetadataReader metadata)
    {
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.TypeSpec); row++)
            CheckSpecification(metadata, row);
        var known = new bool[metadata.GetHeapSize(HeapIndex.Blob) + 1];
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.StandAloneSig); row++)
            CheckMember(metadata, known, metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row)).Signature);
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
            CheckMember(metadata, known, metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).Signature);
        foreach (var handle in metadata.MemberReferences)
            CheckMember(metadata, known, metadata.GetMemberReference(handle).Signature);
        foreach (var handle in metadata.FieldDefinitions)
            CheckMember(metadata, known, metadata.GetFieldDefinition(handle).Signature);
        foreach (var handle in metadata.MethodDefinitions)
            CheckMember(metadata, known, metadata.GetMethodDefinition(handle).Signature);
    }

    /// <summary>A specification may name earlier ones only; one that leads back to itself would be read for ever.</summary>
    private static void CheckSpecification(MetadataReader metadata, int row)
    {
        if (TryOpen(metadata, metadata.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)).Signature, out var reader))
            SkipType(ref reader, 0, firstForbidden: row);
    }

    /// <param name="known">By offset in the heap: equal signatures share their bytes, and so each is looked at once.</param>
    private static void CheckMember(MetadataReader metadata, bool[] known, BlobHandle signature)
    {
        var offset = MetadataTokens.GetHeapOffset(signature);
        if (offset < known.Length)
        {
            if (known[offset])
                return;
            known[offset] = true;
        }

        if (TryOpen(metadata, signature, out var reader))
            SkipMember(ref reader, 0, NoneForbidden);
    }

    private static bool TryOpen(MetadataReader metadata, BlobHandle signature, out BlobReader reader)
    {
        reader = default;
        try
        {
            reader = metadata.GetBlobReader(signature);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    // ECMA-335 II.23.2.1 to II.23.2.6 and II.23.2.15: a calling convention, then what it says.
    private static bool SkipMember(ref BlobReader reader, int depth, int firstForbidden)
    {
        if (reader.RemainingBytes == 0)
            return false;
        var header = reader.ReadByte();
        switch (header & 0x0F)
        {
            case 0x06: // field
                return SkipType(ref reader, depth, firstForbidden);
            case 0x07 or 0x0A: // locals; arguments of a generic method
                return SkipTypes(ref reader, ReadCount(ref reader), depth, firstForbidden);
            default:
                if ((header & 0x10) != 0)
                    RefuseManyParameters(ref reader);
                return SkipTypes(ref reader, ReadCount(ref reader) + 1, depth, firstForbidden);
        }
    }

    private static bool SkipTypes(ref BlobReader reader, int count, int depth, int firstForbidden)
    {
        for (var i = 0; i < count; i++)
        {
            if (!SkipType(ref reader, depth, firstForbidden))
                return false;
        }

        return true;
    }

    // ECMA-335 II.23.2.12. False where the signature breaks off or says something unknown.
    private static bool SkipType(ref BlobReader reader, int depth, int firstForbidden)
    {
        for (; reader.RemainingBytes > 0; depth++)
        {
            if (depth > DeepestNesting)
                throw new BadImageFormatException("a signature nests without end");
            switch (reader.ReadByte())
            {
                case 0x0F or 0x10 or 0x1D or 0x41 or 0x45: // pointer, by reference, vector, sentinel, pinned: a type follows
                    continue;
                case 0x1F or 0x20: // custom modifier
                    if (!SkipTypeToken(ref reader, firstForbidden))
                        return false;
                    continue;
                case 0x11 or 0x12: // value type, class
                    return SkipTypeToken(ref reader, firstForbidden);
                case 0x13 or 0x1E: // type parameters
                    return reader.TryReadCompressedInteger(out _);
                case 0x14:
                    return SkipType(ref reader, depth + 1, firstForbidden) && SkipArrayShape(ref reader);
                case 0x15:
                    return SkipType(ref reader, depth + 1, firstForbidden) && SkipTypes(ref reader, ReadCount(ref reader), depth + 1, firstForbidden);
                case 0x1B:
                    return SkipMember(ref reader, depth + 1, firstForbidden);
                case <= 0x0E or 0x16 or 0x18 or 0x19 or 0x1C: // primitives
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    // TypeDefOrRefOrSpecEncoded (ECMA-335 II.23.2.8): the low two bits are the table, 2 being TypeSpec.
    private static bool SkipTypeToken(ref BlobReader reader, int firstForbidden)
    {
        if (!reader.TryReadCompressedInteger(out var token))
            return false;
        if ((token & 3) == 2 && token >> 2 >= firstForbidden)
            throw new BadImageFormatException("a signature nests without end");
        return true;
    }

    private static bool SkipArrayShape(ref BlobReader reader) =>
        reader.TryReadCompressedInteger(out _)
        && SkipNumbers(ref reader, ReadCount(ref reader))
        && SkipNumbers(ref reader, ReadCount(ref reader));

    private static bool SkipNumbers(ref BlobReader reader, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!reader.TryReadCompressedInteger(out _))
                return false;
        }

        return true;
    }

    // Type parameters are counted here and take no bytes: void M<A, B, C>() is 10 03 00 01.
    private static void RefuseManyParameters(ref BlobReader reader)
    {
        if (!reader.TryReadCompressedInteger(out var count) || count > MostGenericParameters)
            throw new BadImageFormatException("a signature promises more than it holds");
    }

    // Every part takes a byte at least. A reader takes an ill-formed count for one of hundreds of millions, and reads past the signature's end.
    private static int ReadCount(ref BlobReader reader)
    {
        if (!reader.TryReadCompressedInteger(out var count) || count > reader.RemainingBytes)
            throw new BadImageFormatException("a signature promises more than it holds");
        return count;
    }
}
