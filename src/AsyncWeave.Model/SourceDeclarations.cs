namespace AsyncWeave.Model;

/// <summary>What attributes in source say, as found; judged in Report.</summary>
/// <param name="Budgets">From every <c>AsyncBudgetAttribute</c> in scope, nearest first (method, then type outward, then assembly).</param>
/// <param name="Suppressions">From <c>UnconditionalSuppressMessageAttribute</c> of category <c>AsyncWeave</c>.</param>
public sealed record SourceDeclarations(IReadOnlyList<DeclaredBudget> Budgets, IReadOnlyList<Suppression> Suppressions)
{
    public static SourceDeclarations None { get; } = new([], []);
}

/// <param name="Scope">Where the attribute stands: <c>method</c>, <c>type Orders</c>, <c>assembly</c>.</param>
public sealed record DeclaredBudget(string Scope, Limits Limits);

/// <param name="RuleId"><c>AW2004</c>; a text after a colon in the attribute is dropped.</param>
/// <param name="Scope">Where the attribute stands: <c>method</c>, <c>type Orders</c>, <c>assembly</c>.</param>
public sealed record Suppression(string RuleId, string Scope, string? Justification);
