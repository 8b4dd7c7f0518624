using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Brings findings of the module-wide rules to the listed methods that they speak of.</summary>
internal static class ModuleFindings
{
    /// <returns>Those that speak of no listed method.</returns>
    public static IReadOnlyList<Diagnostic> Share(List<MethodReport> methods, IReadOnlyList<Diagnostic> found)
    {
        if (found.Count == 0)
            return found;
        var byMethod = found.ToLookup(finding => finding.Method, StringComparer.Ordinal);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < methods.Count; i++)
        {
            if (!byMethod.Contains(methods[i].Id))
                continue;
            listed.Add(methods[i].Id);
            methods[i] = methods[i] with { Diagnostics = [.. methods[i].Diagnostics, .. byMethod[methods[i].Id]] };
        }

        return found.Where(finding => finding.Method is null || !listed.Contains(finding.Method)).ToList();
    }
}
