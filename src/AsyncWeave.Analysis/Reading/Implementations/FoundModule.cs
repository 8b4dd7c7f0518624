using Mono.Cecil;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>A module that stands for an assembly name, and where it was found. Both readers see the same bytes.</summary>
internal sealed class FoundModule(ModuleFile file, LayoutSource source) : IDisposable
{
    public LayoutSource Source => source;

    public ModuleRows Rows => file.Rows;

    /// <summary>For those who ask more than rows tell; opened on first use.</summary>
    public ModuleDefinition Module => file.Cecil;

    public void Dispose() => file.Dispose();
}
