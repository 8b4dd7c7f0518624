namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>The ways in which a statement can end.</summary>
[Flags]
internal enum Completions
{
    None = 0,
    Normal = 1,
    Break = 2,
    Continue = 4,
    Return = 8,
    Throw = 16,
}
