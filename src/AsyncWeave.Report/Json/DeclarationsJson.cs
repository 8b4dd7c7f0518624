using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

/// <summary>Budgets and suppressions in source, so that a report can be judged again without its assembly.</summary>
internal static class DeclarationsJson
{
    public static void Write(JsonTextWriter json, SourceDeclarations declarations)
    {
        if (declarations.Budgets.Count == 0 && declarations.Suppressions.Count == 0)
            return;
        json.Name("declarations");
        json.StartObject();
        json.Name("budgets");
        json.StartArray();
        foreach (var budget in declarations.Budgets)
        {
            json.StartObject();
            json.Member("scope", budget.Scope);
            json.Name("limits");
            BudgetJson.WriteLimits(json, budget.Limits);
            json.EndObject();
        }

        json.EndArray();
        json.Name("suppressions");
        json.StartArray();
        foreach (var suppression in declarations.Suppressions)
        {
            json.StartObject();
            json.Member("ruleId", suppression.RuleId);
            json.Member("scope", suppression.Scope);
            json.Member("justification", suppression.Justification);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    public static SourceDeclarations Read(JsonNode node)
    {
        if (node.IsNull)
            return SourceDeclarations.None;
        return new SourceDeclarations(
            node.List("budgets", b => new DeclaredBudget(b.Text("scope"), BudgetJson.ReadLimits(b["limits"]))),
            node.List("suppressions", s => new Suppression(s.Text("ruleId"), s.Text("scope"), s.TextOrNull("justification"))));
    }
}
