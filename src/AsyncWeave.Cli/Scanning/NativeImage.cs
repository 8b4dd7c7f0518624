using System.Reflection.PortableExecutable;

namespace AsyncWeave.Cli.Scanning;

/// <summary>Tells the native libraries that lie beside assemblies from assemblies that are damaged.</summary>
internal static class NativeImage
{
    private static readonly byte[][] OtherFormats =
    [
        [0x7F, (byte)'E', (byte)'L', (byte)'F'],
        [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE],
    ];

    /// <summary>True for a whole PE image without CLI header, an ELF or a Mach-O file.</summary>
    public static bool Is(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return HasOtherFormat(file) || IsPeWithoutMetadata(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or OverflowException)
        {
            return false; // the analysis will say what is wrong with it
        }
    }

    private static bool HasOtherFormat(FileStream file)
    {
        Span<byte> start = stackalloc byte[4];
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length)
            return false;
        file.Position = 0;
        foreach (var magic in OtherFormats)
        {
            if (start.SequenceEqual(magic))
                return true;
        }

        return false;
    }

    private static bool IsPeWithoutMetadata(FileStream file)
    {
        using var image = new PEReader(file, PEStreamOptions.LeaveOpen);
        return image.PEHeaders.PEHeader is not null && image.PEHeaders.CorHeader is null;
    }
}
