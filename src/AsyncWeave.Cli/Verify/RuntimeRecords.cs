using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AsyncWeave.Cli.Verify;

/// <summary>
/// What the running CLR wrote down about loaded types: sizes of objects in the MethodTable (<c>m_BaseSize</c>, coreclr/vm/methodtable.h),
/// offsets in the FieldDesc (<c>m_dwOffset</c>, 27 bits, coreclr/vm/field.h).
/// </summary>
internal static class RuntimeRecords
{
    private const int OffsetBits = (1 << 27) - 1;

    private static readonly MethodInfo SizeOfAnything = typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!;

    /// <summary>Bytes of a struct.</summary>
    public static int SizeOf(Type type) => (int)SizeOfAnything.MakeGenericMethod(type).Invoke(null, null)!;

    /// <summary>Bytes of one object on the heap, header and method table pointer included.</summary>
    public static int HeapSizeOf(Type type) => Marshal.ReadInt32(type.TypeHandle.Value, sizeof(int));

    /// <summary>Bytes from the start of a struct, or from behind the method table pointer of an object.</summary>
    public static int OffsetOf(FieldInfo field) => Marshal.ReadInt32(field.FieldHandle.Value, IntPtr.Size + sizeof(int)) & OffsetBits;

    /// <summary>False on a runtime that keeps these records differently; nothing it says may then be believed.</summary>
    public static bool CanBeRead()
    {
        var probe = new Probe { Second = 1, Third = 2 };
        ref var start = ref Unsafe.As<Probe, byte>(ref probe);
        return OffsetOf(typeof(Probe).GetField(nameof(Probe.Second))!) == (int)Unsafe.ByteOffset(ref start, ref Unsafe.As<long, byte>(ref probe.Second))
            && OffsetOf(typeof(Probe).GetField(nameof(Probe.Third))!) == (int)Unsafe.ByteOffset(ref start, ref Unsafe.As<short, byte>(ref probe.Third))
            && HeapSizeOf(typeof(Probe)) == (2 * IntPtr.Size) + SizeOf(typeof(Probe))
            && HeapSizeOf(typeof(object)) == 3 * IntPtr.Size;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Probe
    {
        public int First;
        public long Second;
        public short Third;
    }
}
