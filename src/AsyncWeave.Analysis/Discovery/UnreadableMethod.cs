namespace AsyncWeave.Analysis.Discovery;

/// <summary>A method that is async by its rows and could not be read (AW0006).</summary>
/// <param name="Token">Raw token of the kickoff method.</param>
internal sealed record UnreadableMethod(int Token, string Reason);
