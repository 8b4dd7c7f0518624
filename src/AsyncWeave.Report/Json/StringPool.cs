using System.Runtime.CompilerServices;
using System.Text;

namespace AsyncWeave.Report.Json;

/// <summary>One string for equal short texts: names of members and types come again thousands of times in a report.</summary>
internal sealed class StringPool
{
    private const int LongestPooled = 96;

    private readonly string?[] _strings = new string?[4096];

    [MethodImpl(HotPath.Optimize)]
    public string Get(byte[] utf8, int length)
    {
        if (length == 0)
            return "";
        if (length > LongestPooled)
            return Encoding.UTF8.GetString(utf8, 0, length);

        ref var slot = ref _strings[Hash(utf8, length) & (_strings.Length - 1)];
        if (slot is not null && IsEqual(slot, utf8, length))
            return slot;
        return slot = Encoding.UTF8.GetString(utf8, 0, length);
    }

    // FNV-1a.
    [MethodImpl(HotPath.Optimize)]
    private static int Hash(byte[] utf8, int length)
    {
        var hash = 2166136261;
        for (var i = 0; i < length; i++)
            hash = (hash ^ utf8[i]) * 16777619;
        return (int)(hash ^ hash >> 15);
    }

    [MethodImpl(HotPath.Optimize)]
    private static bool IsEqual(string text, byte[] utf8, int length)
    {
        if (text.Length != length)
            return false;
        for (var i = 0; i < length; i++)
        {
            // A byte of 0x80 or more begins a longer sequence: not worth comparing.
            if (text[i] != utf8[i] || utf8[i] >= 0x80)
                return false;
        }

        return true;
    }
}
