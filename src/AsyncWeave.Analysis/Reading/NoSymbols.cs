namespace AsyncWeave.Analysis.Reading;

/// <summary>Nothing that can be read: <c>none</c>, or <c>windows</c> where there is a PDB in the old form.</summary>
internal sealed class NoSymbols(string kind) : Symbols
{
    public override string Kind => kind;

    public override MethodSymbols Of(int methodToken) => MethodSymbols.None;
}
