using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

internal enum EventKind
{
    Read,
    Write,
    Throw,
    Await,
}

/// <summary>What one operation of Roslyn's control flow graph does, in the order of evaluation.</summary>
internal sealed record SourceEvent(EventKind Kind, ISymbol? Variable = null, IAwaitOperation? Await = null)
{
    public static SourceEvent Throw { get; } = new(EventKind.Throw);
}
