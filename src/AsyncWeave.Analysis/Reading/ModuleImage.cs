using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AsyncWeave.Analysis.Reading;

/// <summary>An assembly's file whose metadata has been looked at and can be trusted, before anything that it refers to is known.</summary>
internal sealed record ModuleImage(string Path, PEReader Reader, MetadataReader Metadata) : IDisposable
{
    public void Dispose() => Reader.Dispose();
}
