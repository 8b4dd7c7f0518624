using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AsyncWeave.Analysis.Discovery;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;

namespace AsyncWeave.Analysis.Reading;

/// <summary>An assembly opened for analysis: the same bytes seen by both readers.</summary>
/// <param name="Metadata">For finding rows without visiting what is not async.</param>
/// <param name="Cecil">For the few types and bodies that are.</param>
internal sealed record OpenedModule(string Path, PEReader Image, MetadataReader Metadata, ModuleDefinition Cecil, Symbols Symbols) : IDisposable
{
    private AttributeIndex? attributes;

    /// <summary>Where the few attributes stand that the rooms ask for; one pass over their table, on first use.</summary>
    public AttributeIndex Attributes => attributes ??= AttributeIndex.Of(Metadata);

    public void Dispose()
    {
        Symbols.Dispose();
        Cecil.Dispose();
        Image.Dispose();
    }
}
