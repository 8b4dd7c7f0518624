using System.IO.Compression;
using System.Text;

namespace AsyncWeave.LayoutPacks;

/// <summary>
/// The archive that AsyncWeave.Analysis reads back: one deflate stream over count, names and lengths, then the images, so that
/// what the assemblies share is stored once.
/// </summary>
internal static class PackFile
{
    public static void Write(string path, IReadOnlyList<(string Name, byte[] Image)> assemblies)
    {
        using var file = File.Create(path);
        using var deflate = new DeflateStream(file, CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(deflate, Encoding.UTF8);
        writer.Write(assemblies.Count);
        foreach (var (name, image) in assemblies)
        {
            writer.Write(name);
            writer.Write(image.Length);
        }

        foreach (var (_, image) in assemblies)
            writer.Write(image);
    }
}
