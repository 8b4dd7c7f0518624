using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>Finds the <c>UnconditionalSuppressMessage</c> that silences a finding.</summary>
internal static class Suppressions
{
    /// <param name="method">The method that the finding is listed under; null where it is under none, and only the assembly has a say.</param>
    public static Suppression? Find(AssemblyReport report, MethodReport? method, string ruleId)
    {
        var declared = method?.Declarations ?? report.Declarations;
        return declared.Suppressions.FirstOrDefault(s => s.RuleId.Equals(ruleId, StringComparison.OrdinalIgnoreCase));
    }
}
