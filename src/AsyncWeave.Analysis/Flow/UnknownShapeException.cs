using Mono.Cecil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>A body that no known compiler shape explains (AW0006 for this method alone).</summary>
internal sealed class UnknownShapeException(MethodDefinition body, int offset, string what)
    : Exception($"{body.FullName}, IL_{offset:x4}: {what}")
{
    /// <summary>IL offset at which understanding ended.</summary>
    public int Offset { get; } = offset;
}
