namespace AsyncWeave.Analysis.Flow;

/// <summary>A body that no known compiler shape explains (AW0006 for this method alone).</summary>
/// <param name="body">The method's name.</param>
internal sealed class UnknownShapeException(string body, int offset, string what)
    : Exception($"{body}, IL_{offset:x4}: {what}")
{
    /// <summary>IL offset at which understanding ended.</summary>
    public int Offset { get; } = offset;
}
