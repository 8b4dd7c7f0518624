namespace AsyncWeave.Analysis.Reading;

/// <summary>The symbols of one module; methods are read as they are asked for.</summary>
internal abstract class Symbols : IDisposable
{
    /// <summary><c>portable</c>, <c>embedded</c>, <c>windows</c> or <c>none</c>.</summary>
    public abstract string Kind { get; }

    /// <summary><see cref="MethodSymbols.None"/> where the PDB has nothing for the method.</summary>
    /// <param name="methodToken">Raw token of a method definition.</param>
    public abstract MethodSymbols Of(int methodToken);

    /// <summary>The file of the first visible point, as reports show it; null where the PDB has none.</summary>
    public virtual string? FileOf(int methodToken) => null;

    /// <summary>Token of the method that a <c>MoveNext</c> was made from; 0 where the PDB does not say.</summary>
    public virtual int KickoffOf(int methodToken) => 0;

    /// <summary>Text of a source file as the compiler saw it; null where it is not at hand or has changed since.</summary>
    /// <param name="file">As reports show it.</param>
    public virtual SourceText? SourceOf(string file) => null;

    public virtual void Dispose()
    {
    }
}
