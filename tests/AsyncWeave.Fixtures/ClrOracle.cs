using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AsyncWeave.Fixtures;

/// <summary>Asks the running CLR where it put things.</summary>
public static class ClrOracle
{
    private static readonly MethodInfo SizeOfDefinition = typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!;

    /// <summary>Bytes of a struct.</summary>
    public static int SizeOf(Type type) => (int)SizeOfDefinition.MakeGenericMethod(type).Invoke(null, null)!;

    /// <summary>Bytes of a struct as an element of an array: the method table's component size. Without compiling code, for thousands of types below 64 KB.</summary>
    public static int ElementSizeOf(Type type)
    {
        // Structs that arrays cannot hold are asked the slow way.
        if (type.IsByRefLike)
            return SizeOf(type);
        return Marshal.ReadInt16(type.MakeArrayType().TypeHandle.Value) & 0xFFFF;
    }

    /// <summary>Bytes of one object on the heap, or of the boxed struct: <c>BaseSize</c>, the second DWORD of the method table.</summary>
    public static int HeapSizeOf(Type type) => Marshal.ReadInt32(type.TypeHandle.Value, sizeof(int));

    /// <summary>Bytes from the start of the struct, or from behind the method table pointer: the low 27 bits of the FieldDesc's second DWORD after its pointer.</summary>
    public static int OffsetOf(FieldInfo field) =>
        Marshal.ReadInt32(field.FieldHandle.Value, IntPtr.Size + sizeof(int)) & 0x7FF_FFFF;

    /// <summary>Own and inherited instance fields.</summary>
    public static IEnumerable<FieldInfo> InstanceFields(Type type)
    {
        for (var current = type; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return field;
        }
    }
}
