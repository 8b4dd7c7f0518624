using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace AsyncWeave.Analysis.Reading.Packs;

/// <summary>
/// The value types of one framework's assemblies, reduced to their instance fields, with the classes whose heap size the allocation
/// model asks for. Each assembly is an image of its own, opened like any other. Made by tools/AsyncWeave.LayoutPacks.
/// </summary>
internal sealed class LayoutPack
{
    private static readonly ConcurrentDictionary<string, Lazy<LayoutPack>> Loaded = new(StringComparer.Ordinal);

    private readonly byte[] content;
    private readonly Dictionary<string, (int Start, int Length)> images;

    private LayoutPack(byte[] content, Dictionary<string, (int Start, int Length)> images)
    {
        this.content = content;
        this.images = images;
    }

    /// <summary>Simple names of the assemblies inside.</summary>
    public IReadOnlyCollection<string> Assemblies => images.Keys;

    /// <summary>Null for a runtime that no pack stands for.</summary>
    /// <param name="framework">Moniker, as in a runtime target.</param>
    public static LayoutPack? For(string framework) =>
        NameFor(framework) is { } name ? Loaded.GetOrAdd(name, _ => new Lazy<LayoutPack>(() => Load(name))).Value : null;

    /// <summary>The image of an assembly; null when the pack has none of that name.</summary>
    public Stream? Open(string assemblyName) =>
        images.TryGetValue(assemblyName, out var image) ? new MemoryStream(content, image.Start, image.Length, writable: false) : null;

    // .NET Framework 4.x is replaced in place: a program built for 4.6.2 runs with the structs of the newest one installed.
    // .NET Core before 3.1 is nowhere to be had as packages: 2.1 and later share 3.1's structs, 2.0 and earlier those of .NET Framework.
    private static string? NameFor(string framework) => framework switch
    {
        "net8.0" or "net9.0" or "net10.0" => framework,
        "netcoreapp2.1" or "netcoreapp2.2" or "netcoreapp3.0" or "netcoreapp3.1" => "netcoreapp3.1",
        "netcoreapp1.0" or "netcoreapp1.1" or "netcoreapp2.0" => "netfx",
        _ => framework.StartsWith("net4", StringComparison.Ordinal) ? "netfx" : null,
    };

    private static LayoutPack Load(string name)
    {
        using var resource = typeof(LayoutPack).Assembly.GetManifestResourceStream(name + ".pack")
            ?? throw new InvalidOperationException($"The layout pack {name} is missing from this build.");
        using var deflate = new DeflateStream(resource, CompressionMode.Decompress);
        using var content = new MemoryStream();
        deflate.CopyTo(content);
        return Index(content.ToArray());
    }

    private static LayoutPack Index(byte[] content)
    {
        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        var entries = new (string Name, int Length)[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = (reader.ReadString(), reader.ReadInt32());

        var start = (int)reader.BaseStream.Position;
        var images = new Dictionary<string, (int, int)>(entries.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, length) in entries)
        {
            images.Add(name, (start, length));
            start += length;
        }

        return new LayoutPack(content, images);
    }
}
