using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace AsyncWeave.Analysis.Reading;

/// <summary>An assembly's file whose metadata has been looked at and can be trusted, before anything that it refers to is known.</summary>
internal sealed record ModuleImage(string Path, PEReader Reader, MetadataReader Metadata) : IDisposable
{
    /// <summary>The very bytes that were looked at, should the file change meanwhile.</summary>
    public MemoryStream OpenCopy() => new(ImmutableCollectionsMarshal.AsArray(Reader.GetEntireImage().GetContent())!, writable: false);

    public void Dispose() => Reader.Dispose();
}
