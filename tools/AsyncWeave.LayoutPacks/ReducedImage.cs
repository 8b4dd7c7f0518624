using System.Reflection.PortableExecutable;
using Mono.Cecil;

namespace AsyncWeave.LayoutPacks;

/// <summary>Bytes of a reduced assembly: the same for the same input, and without what Cecil carries over from the original image.</summary>
internal static class ReducedImage
{
    public static byte[] Of(AssemblyDefinition assembly)
    {
        assembly.MainModule.Mvid = Guid.Empty;
        using var image = new MemoryStream();
        assembly.Write(image, new WriterParameters { Timestamp = 0 });
        var bytes = image.ToArray();
        ClearVersionResource(bytes);
        return bytes;
    }

    private static void ClearVersionResource(byte[] image)
    {
        using var reader = new PEReader(new MemoryStream(image));
        foreach (var section in reader.PEHeaders.SectionHeaders.Where(section => section.Name == ".rsrc"))
            Array.Clear(image, section.PointerToRawData, section.SizeOfRawData);
    }
}
