using Microsoft.CodeAnalysis;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>An event at one place in one way through the finally blocks.</summary>
internal sealed class SourceNode(SourceEvent? happening)
{
    public SourceEvent? Event { get; } = happening;

    public List<SourceNode> Next { get; } = [];

    public HashSet<ISymbol> Live { get; } = new(SymbolEqualityComparer.Default);
}
