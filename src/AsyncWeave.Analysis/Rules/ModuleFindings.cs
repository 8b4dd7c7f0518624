using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Brings findings of the module-wide rules to the listed methods that they speak of.</summary>
internal static class ModuleFindings
{
    /// <returns>Those that speak of no listed method.</returns>
    public static IReadOnlyList<Diagnostic> Share(List<MethodReport> methods, IReadOnlyList<Diagnostic> found)
    {
        var byMethod = found.ToLookup(finding => finding.Method, StringComparer.Ordinal);
        var listed = new HashSet<string>(methods.Select(method => method.Id), StringComparer.Ordinal);
        for (var i = 0; i < methods.Count; i++)
        {
            if (byMethod[methods[i].Id].ToList() is { Count: > 0 } own)
                methods[i] = methods[i] with { Diagnostics = [.. methods[i].Diagnostics, .. own] };
        }

        return found.Where(finding => finding.Method is null || !listed.Contains(finding.Method)).ToList();
    }
}
