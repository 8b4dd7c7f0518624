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

    /// <summary>Bytes of one object on the heap, or of the boxed struct: <c>BaseSize</c>, the second DWORD of the method table.</summary>
    public static int HeapSizeOf(Type type)
    {
        RuntimeHelpers.RunClassConstructor(typeof(object).TypeHandle);
        return Marshal.ReadInt32(type.TypeHandle.Value, sizeof(int));
    }

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
