using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AsyncWeave.Cli.Tests;

/// <summary>A whole PE image that has no CLI header.</summary>
internal static class NativeDll
{
    public static byte[] Bytes { get; } = Build();

    private static byte[] Build()
    {
        var image = new BlobBuilder();
        new Builder().Serialize(image);
        return image.ToArray();
    }

    private sealed class Builder() : PEBuilder(PEHeaderBuilder.CreateLibraryHeader(), deterministicIdProvider: null)
    {
        protected override System.Collections.Immutable.ImmutableArray<Section> CreateSections() =>
            [new Section(".text", SectionCharacteristics.MemRead | SectionCharacteristics.MemExecute | SectionCharacteristics.ContainsCode)];

        protected override BlobBuilder SerializeSection(string name, SectionLocation location)
        {
            var code = new BlobBuilder();
            code.WriteByte(0xC3);
            return code;
        }

        protected override PEDirectoriesBuilder GetDirectories() => new();
    }
}
