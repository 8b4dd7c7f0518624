using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;

namespace AsyncWeave.Report;

/// <summary>
/// Names findings so that they are known again in the next build: by rule, method and position among the method's findings
/// of that rule. Never by line or by a compiler's number, which move when something is added above.
/// </summary>
internal static class Fingerprint
{
    /// <summary>The findings of a report in its order, each with a fingerprint that no other of them has.</summary>
    public static IEnumerable<IdentifiedFinding> Of(AssemblyReport report)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = MethodKeys.Of(report.Methods);
        for (var i = 0; i < keys.Count; i++)
        {
            foreach (var diagnostic in report.Methods[i].Diagnostics)
                yield return new IdentifiedFinding(diagnostic, report.Methods[i], Hash(report, diagnostic, keys[i], seen));
        }

        foreach (var diagnostic in report.Diagnostics)
            yield return new IdentifiedFinding(diagnostic, null, Hash(report, diagnostic, diagnostic.Method ?? diagnostic.File ?? "", seen));
    }

    private static string Hash(AssemblyReport report, Diagnostic diagnostic, string member, Dictionary<string, int> seen)
    {
        var name = $"{diagnostic.Id}|{report.Assembly.Name}|{FrameworkRows.NameOf(report)}|{member}";
        var ordinal = seen[name] = seen.TryGetValue(name, out var before) ? before + 1 : 0;
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(name + "|" + ordinal.ToString(CultureInfo.InvariantCulture)));
        return string.Concat(hash.Take(16).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
