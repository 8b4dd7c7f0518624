using System.Globalization;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Baselines;

/// <summary>
/// Names for methods that hold across builds: documentation ids. A lambda's number moves when another is added before it,
/// so that a lambda is known by what it awaits first, within its method.
/// </summary>
internal static class MethodKeys
{
    /// <summary>One key for each method, in their order; no two are equal.</summary>
    public static List<string> Of(IReadOnlyList<MethodReport> methods)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new List<string>(methods.Count);
        foreach (var method in methods)
        {
            var name = NameOf(method);
            var count = seen[name] = seen.TryGetValue(name, out var before) ? before + 1 : 1;
            keys.Add(count == 1 ? name : name + " #" + count.ToString(CultureInfo.InvariantCulture));
        }

        return keys;
    }

    private static string NameOf(MethodReport method) => method is { Form: MethodForm.Lambda, ContainingMethod: { } outer }
        ? $"{outer}.<lambda{FirstOperation(method)}>"
        : method.Id;

    private static string FirstOperation(MethodReport method)
    {
        if (method.Awaits.Select(a => a.Operation).FirstOrDefault(o => o is not null) is not { } operation)
            return "";
        var end = operation.IndexOf('(');
        var parts = (end > 0 ? operation.Substring(0, end) : operation).Split('.');
        return " " + string.Join(".", parts.Skip(Math.Max(0, parts.Length - 2)));
    }
}
