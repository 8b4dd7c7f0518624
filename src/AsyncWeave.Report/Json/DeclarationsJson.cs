using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

/// <summary>Budgets and suppressions in source, so that a report can be judged again without its assembly.</summary>
internal static class DeclarationsJson
{
    public static void Write(JsonTextWriter json, SourceDeclarations declarations)
    {
        if (declarations.Budgets.Count == 0 && declarations.Suppressions.Count == 0)
            return;
        json.Object("declarations", declarations, static (json, declarations) =>
        {
            json.Objects("budgets", declarations.Budgets, WriteBudget);
            json.Objects("suppressions", declarations.Suppressions, WriteSuppression);
        });
    }

    public static SourceDeclarations Read(JsonNode node)
    {
        if (node.IsNull)
            return SourceDeclarations.None;
        return new SourceDeclarations(
            node.List("budgets", b => new DeclaredBudget(b.Text("scope"), BudgetJson.ReadLimits(b["limits"]))),
            node.List("suppressions", s => new Suppression(s.Text("ruleId"), s.Text("scope"), s.TextOrNull("justification"))));
    }

    private static void WriteBudget(JsonTextWriter json, DeclaredBudget budget)
    {
        json.Member("scope", budget.Scope);
        json.Object("limits", budget.Limits, BudgetJson.WriteLimits);
    }

    private static void WriteSuppression(JsonTextWriter json, Suppression suppression)
    {
        json.Member("ruleId", suppression.RuleId);
        json.Member("scope", suppression.Scope);
        json.Member("justification", suppression.Justification);
    }
}
