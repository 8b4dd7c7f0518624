namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>A module that stands for an assembly name, and where it was found.</summary>
internal sealed class FoundModule(ModuleFile file, LayoutSource source) : IDisposable
{
    public LayoutSource Source => source;

    public ModuleRows Rows => file.Rows;

    public void Dispose() => file.Dispose();
}
