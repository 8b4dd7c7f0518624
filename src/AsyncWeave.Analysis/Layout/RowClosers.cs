using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Layout;

/// <summary>The closers of the modules that one layout leads through: one for each, so that a definition is one object.</summary>
internal sealed class RowClosers(ClosedTypes definitions, int pointerSize)
{
    private readonly Dictionary<ModuleRows, RowCloser> closers = [];

    public RowCloser Of(ModuleRows module)
    {
        if (!closers.TryGetValue(module, out var closer))
            closers[module] = closer = new RowCloser(module, this, definitions, pointerSize);
        return closer;
    }
}
