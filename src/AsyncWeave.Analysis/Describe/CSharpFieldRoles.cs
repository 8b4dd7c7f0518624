using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>
/// The names that the C# compiler gives: <c>&lt;source name&gt;kind__suffix</c>
/// (Roslyn, <c>GeneratedNameKind</c>: one character tells the kind).
/// </summary>
internal static class CSharpFieldRoles
{
    /// <param name="type">The simple name of the field's type.</param>
    public static NamedRole Of(string name, string type)
    {
        if (!TrySplit(name, out var sourceName, out var kind))
            return new(IsDiscardParameter(name) ? FieldRole.Parameter : FieldRole.Other, null);
        return kind switch
        {
            '1' => new(FieldRole.State, null),
            't' => new(FieldRole.Builder, null),
            '2' => new(FieldRole.Current, null),
            '3' => new(FieldRole.ParameterProxy, ProxiedName(name)),
            '4' => new(FieldRole.This, null),
            '5' => new(IsClosure(type) ? FieldRole.Closure : FieldRole.Local, sourceName),
            '7' or 's' => new(IsClosure(type) ? FieldRole.Closure : FieldRole.Spill, null),
            '8' => new(FieldRole.Closure, null),
            'l' => new(FieldRole.InitialThreadId, null),
            'u' => new(FieldRole.Awaiter, null),
            'w' => new(FieldRole.DisposeMode, null),
            'x' => new(FieldRole.CombinedTokens, null),
            _ => new(FieldRole.Other, null),
        };
    }

    // <x>5__2 -> x, '5'          <>1__state -> null, '1'          <CS$<>8__locals1>5__2 -> the last '>' counts
    private static bool TrySplit(string name, out string? sourceName, out char kind)
    {
        sourceName = null;
        kind = '\0';
        var close = name.StartsWith("<>", StringComparison.Ordinal) ? 1 : name.LastIndexOf('>');
        if (close < 0 || close + 1 >= name.Length)
            return false;
        kind = name[close + 1];
        sourceName = close == 1 ? null : name.Substring(1, close - 1);
        return true;
    }

    // <>3__count -> count        <>3__<>4__this -> null
    private static string? ProxiedName(string name)
    {
        const string prefix = "<>3__";
        return name.Length > prefix.Length && name[prefix.Length] != '<' ? name.Substring(prefix.Length) : null;
    }

    // <p0>: a lambda's discard
    private static bool IsDiscardParameter(string name) => name.StartsWith("<p", StringComparison.Ordinal) && name[name.Length - 1] == '>';

    private static bool IsClosure(string type) => type.StartsWith(CompilerName.DisplayClass, StringComparison.Ordinal);
}
