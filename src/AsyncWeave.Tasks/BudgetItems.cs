using AsyncWeave.Report.Budgets;
using Microsoft.Build.Framework;

namespace AsyncWeave.Tasks;

internal static class BudgetItems
{
    public static BudgetItem Of(ITaskItem item)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (System.Collections.DictionaryEntry entry in item.CloneCustomMetadata())
            metadata[(string)entry.Key] = (string?)entry.Value ?? "";
        return new BudgetItem(item.ItemSpec, metadata);
    }
}
