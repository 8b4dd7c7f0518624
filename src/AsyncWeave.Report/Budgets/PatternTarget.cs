using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>The names under which patterns find a method: its own, and for a lambda or local function that of the method that it stands in.</summary>
internal static class PatternTarget
{
    public static IReadOnlyList<string> NamesOf(MethodReport method)
    {
        var end = method.ContainingMethod is null ? -1 : LastDot(method.Name);
        return end > 0 ? [method.Name, method.Name.Substring(0, end)] : [method.Name];
    }

    // What stands in angle brackets may have dots of its own.
    private static int LastDot(string name)
    {
        var depth = 0;
        for (var i = name.Length - 1; i > 0; i--)
        {
            switch (name[i])
            {
                case '>': depth++; break;
                case '<': depth--; break;
                case '.' when depth == 0: return i;
            }
        }

        return -1;
    }
}
