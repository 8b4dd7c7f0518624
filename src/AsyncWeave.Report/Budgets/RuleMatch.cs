namespace AsyncWeave.Report.Budgets;

/// <summary>A rule that speaks of a method, and how closely.</summary>
/// <param name="Pattern">The pattern that did match: a pattern that speaks of the method around a lambda reaches it as though <c>.*</c> stood behind.</param>
/// <param name="Order">Position in its list.</param>
internal sealed record RuleMatch(BudgetRule Rule, MethodPattern Pattern, int Order)
{
    /// <summary>The rules that match, most specific first.</summary>
    public static List<RuleMatch> Find(IReadOnlyList<BudgetRule> rules, IReadOnlyList<string> names)
    {
        var matches = new List<RuleMatch>();
        for (var order = 0; order < rules.Count; order++)
        {
            var pattern = rules[order].Pattern;
            if (pattern.Matches(names[0]))
                matches.Add(new RuleMatch(rules[order], pattern, order));
            else if (names.Count > 1 && pattern.Matches(names[1]))
                matches.Add(new RuleMatch(rules[order], new MethodPattern(pattern.Text + ".*"), order));
        }

        matches.Sort((a, b) => a.IsMoreSpecificThan(b) ? -1 : b.IsMoreSpecificThan(a) ? 1 : b.Order.CompareTo(a.Order));
        return matches;
    }

    public bool IsMoreSpecificThan(RuleMatch other) => Pattern.CompareTo(other.Pattern) > 0;
}
