namespace AsyncWeave.Analysis.Reading;

/// <summary>The symbols of one module; methods are read as they are asked for.</summary>
internal abstract class Symbols
{
    /// <summary><c>portable</c>, <c>embedded</c>, <c>windows</c> or <c>none</c>.</summary>
    public abstract string Kind { get; }

    /// <summary><see cref="MethodSymbols.None"/> where the PDB has nothing for the method.</summary>
    /// <param name="methodToken">Raw token of a method definition.</param>
    public abstract MethodSymbols Of(int methodToken);
}
