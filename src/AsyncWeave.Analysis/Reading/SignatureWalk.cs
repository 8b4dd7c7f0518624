using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading;

internal sealed class EndlessSignatureException() : BadImageFormatException("a signature is nested without end");

/// <summary>Walks over one signature and measures how deep it goes.</summary>
internal sealed class SignatureWalk(BlobReader blob, int firstForbiddenSpecification)
{
    /// <summary>Levels. Compilers stay below a few dozen, and a thread's stack holds some thousands.</summary>
    public const int Deepest = 500;

    private BlobReader blob = blob;

    /// <summary>A field, method, property, local or method specification signature.</summary>
    public void Signature(int depth = 0)
    {
        var header = blob.ReadSignatureHeader();
        if (header.Kind == SignatureKind.Field)
        {
            Type(depth);
            return;
        }

        if (header.IsGeneric)
            blob.ReadCompressedInteger();
        var types = blob.ReadCompressedInteger();
        if (header.Kind is SignatureKind.Method or SignatureKind.Property)
            types++; // what it returns
        for (; types > 0; types--)
            Type(depth);
    }

    public void Type(int depth = 0)
    {
        while (true)
        {
            if (++depth > Deepest)
                throw new EndlessSignatureException();
            switch (blob.ReadByte())
            {
                case 0x0F or 0x10 or 0x1D or 0x41 or 0x45: // pointer, by reference, array of one dimension, sentinel, pinned
                    continue;
                case 0x1F or 0x20: // modreq, modopt
                    TypeToken();
                    continue;
                case 0x11 or 0x12: // value type, class
                    TypeToken();
                    return;
                case 0x13 or 0x1E: // type parameters
                    blob.ReadCompressedInteger();
                    return;
                case 0x14:
                    Array(depth);
                    return;
                case 0x15:
                    GenericInstance(depth);
                    return;
                case 0x1B: // function pointer
                    Signature(depth);
                    return;
                default:
                    return;
            }
        }
    }

    private void GenericInstance(int depth)
    {
        blob.ReadByte();
        TypeToken();
        for (var arguments = blob.ReadCompressedInteger(); arguments > 0; arguments--)
            Type(depth);
    }

    private void Array(int depth)
    {
        Type(depth);
        blob.ReadCompressedInteger();
        for (var sizes = blob.ReadCompressedInteger(); sizes > 0; sizes--)
            blob.ReadCompressedInteger();
        for (var bounds = blob.ReadCompressedInteger(); bounds > 0; bounds--)
            blob.ReadCompressedSignedInteger();
    }

    private void TypeToken()
    {
        // TypeDefOrRefOrSpecEncoded (ECMA-335 II.23.2.8): the low two bits are the table, 2 being TypeSpec.
        var token = blob.ReadCompressedInteger();
        if ((token & 3) == 2 && token >> 2 >= firstForbiddenSpecification)
            throw new EndlessSignatureException();
    }
}
