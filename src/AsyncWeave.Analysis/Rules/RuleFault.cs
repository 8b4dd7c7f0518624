namespace AsyncWeave.Analysis.Rules;

/// <summary>A rule that failed on one method (AW0007).</summary>
internal sealed record RuleFault(string Rule, string Method, string Reason);
