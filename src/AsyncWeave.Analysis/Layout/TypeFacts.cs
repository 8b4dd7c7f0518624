using System.Reflection.Metadata;
using Mono.Cecil;
using FieldDefinition = Mono.Cecil.FieldDefinition;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;
using TypeReference = Mono.Cecil.TypeReference;

namespace AsyncWeave.Analysis.Layout;

/// <summary>What a definition's metadata says about its layout.</summary>
internal static class TypeFacts
{
    public static List<FieldDefinition> InstanceFields(TypeDefinition type)
    {
        var fields = new List<FieldDefinition>();
        if (!type.HasFields)
            return fields;
        foreach (var field in type.Fields)
        {
            if (!field.IsStatic && !field.IsLiteral)
                fields.Add(field);
        }

        return fields;
    }

    /// <summary>Object and ValueType have no fields of their own and no layout to hand on.</summary>
    public static bool IsRoot(TypeReference type) =>
        type.Name is "Object" or "ValueType" && type.Namespace == "System" && !type.IsNested;

    /// <summary>Bytes (ECMA-335 II.23.1.16); 0 for what is no primitive.</summary>
    public static int PrimitiveSize(MetadataType type, int pointerSize) => type switch
    {
        MetadataType.Boolean or MetadataType.SByte or MetadataType.Byte => 1,
        MetadataType.Char or MetadataType.Int16 or MetadataType.UInt16 => 2,
        MetadataType.Int32 or MetadataType.UInt32 or MetadataType.Single => 4,
        MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double => 8,
        MetadataType.IntPtr or MetadataType.UIntPtr => pointerSize,
        _ => 0,
    };

    /// <summary>The same from a signature: both readers number the types as ECMA-335 does.</summary>
    public static int PrimitiveSize(PrimitiveTypeCode type, int pointerSize) => PrimitiveSize((MetadataType)type, pointerSize);

    /// <summary>The argument of <c>[InlineArray(n)]</c>; null where the attribute is absent.</summary>
    public static int? InlineArrayLength(TypeDefinition type)
    {
        if (!type.HasCustomAttributes)
            return null;
        foreach (var attribute in type.CustomAttributes)
        {
            var name = attribute.AttributeType;
            if (name.Name != "InlineArrayAttribute" || name.Namespace != "System.Runtime.CompilerServices")
                continue;
            // Prolog 0x0001, then the constructor's int (ECMA-335 II.23.3); read raw, so that nothing has to be resolved.
            var blob = attribute.GetBlob();
            return blob.Length >= 6 ? blob[2] | blob[3] << 8 | blob[4] << 16 | blob[5] << 24 : 0;
        }

        return null;
    }

    /// <summary>C# <c>fixed</c> buffers: a struct whose declared size covers the elements, with a field for the first.</summary>
    public static bool IsFixedBuffer(TypeDeclaration type, OwnField[] fields) =>
        fields.Length == 1 && type.DeclaredSize > 0 && fields[0].Field.Name == "FixedElementField";

    /// <summary>Compiled ahead of time; the flag is COMIMAGE_FLAGS_IL_LIBRARY, which crossgen sets.</summary>
    public static bool IsReadyToRun(ModuleDefinition module) => (module.Attributes & (ModuleAttributes)4) != 0;

    /// <summary>GenAPI's stand-ins for private fields in .NET's reference assemblies.</summary>
    public static bool IsDummy(in DeclaredField field) => field.Name is "_dummy" or "_dummyPrimitive";
}
