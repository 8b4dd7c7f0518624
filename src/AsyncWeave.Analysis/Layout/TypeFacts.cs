using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Layout;

/// <summary>What a definition's metadata says about its layout.</summary>
internal static class TypeFacts
{
    /// <summary>Bytes (ECMA-335 II.23.1.16); 0 for what is no primitive.</summary>
    public static int PrimitiveSize(PrimitiveTypeCode type, int pointerSize) => type switch
    {
        PrimitiveTypeCode.Boolean or PrimitiveTypeCode.SByte or PrimitiveTypeCode.Byte => 1,
        PrimitiveTypeCode.Char or PrimitiveTypeCode.Int16 or PrimitiveTypeCode.UInt16 => 2,
        PrimitiveTypeCode.Int32 or PrimitiveTypeCode.UInt32 or PrimitiveTypeCode.Single => 4,
        PrimitiveTypeCode.Int64 or PrimitiveTypeCode.UInt64 or PrimitiveTypeCode.Double => 8,
        PrimitiveTypeCode.IntPtr or PrimitiveTypeCode.UIntPtr => pointerSize,
        _ => 0,
    };

    /// <summary>C# <c>fixed</c> buffers: a struct whose declared size covers the elements, with a field for the first.</summary>
    public static bool IsFixedBuffer(TypeDeclaration type, OwnField[] fields) =>
        fields.Length == 1 && type.DeclaredSize > 0 && fields[0].Field.Name == "FixedElementField";

    /// <summary>GenAPI's stand-ins for private fields in .NET's reference assemblies.</summary>
    public static bool IsDummy(in DeclaredField field) => field.Name is "_dummy" or "_dummyPrimitive";
}
