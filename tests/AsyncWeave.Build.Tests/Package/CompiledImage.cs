using System.Reflection.PortableExecutable;

namespace AsyncWeave.Build.Tests.Package;

/// <summary>The header of code compiled ahead of time (the runtime's readytorun.h).</summary>
internal static class CompiledImage
{
    /// <returns>The major version of the format, which a runtime takes or not; null where there is only IL.</returns>
    public static int? Format(Stream image)
    {
        using var whole = new MemoryStream();
        using (image)
            image.CopyTo(whole);
        whole.Position = 0;
        using var reader = new PEReader(whole);
        var directory = reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory;
        if (directory.Size == 0)
            return null;

        // uint signature "RTR", ushort major version, ushort minor version
        var header = reader.GetSectionData(directory.RelativeVirtualAddress).GetReader();
        Assert.That(header.ReadUInt32(), Is.EqualTo(0x00525452));
        return header.ReadUInt16();
    }
}
