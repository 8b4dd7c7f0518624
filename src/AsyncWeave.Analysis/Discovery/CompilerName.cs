using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>
/// A name that the compiler made up for a nested function (dotnet/roslyn, GeneratedNames.cs):
/// <c>&lt;M&gt;b__3_0</c> a lambda, <c>&lt;M&gt;g__Retry|3_1</c> a local function.
/// </summary>
/// <param name="Method">Metadata name of the method that it stands in.</param>
/// <param name="Local">A local function's own name; null for a lambda.</param>
/// <param name="MethodOrdinal">Position of the method among its type's members; null where the closure's name carries it.</param>
/// <param name="Ordinal">Position among the method's nested functions.</param>
internal sealed record CompilerName(MethodForm Form, string Method, string? Local, int? MethodOrdinal, int Ordinal)
{
    /// <summary>How the names of the classes begin that C# moves captured variables into.</summary>
    public const string DisplayClass = "<>c__DisplayClass";

    /// <summary>Null for a name that a programmer wrote.</summary>
    public static CompilerName? TryParse(string name)
    {
        if (name.StartsWith("_Lambda$__", StringComparison.Ordinal)) // Visual Basic says of which method by its ordinal alone: _Lambda$__6-1
            return WithOrdinals(MethodForm.Lambda, "", null, name.Substring(10).Replace('-', '_'));
        if (name.Length < 4 || name[0] != '<' || ClosingBracket(name) is var close && (close < 0 || close + 3 >= name.Length))
            return null;

        var method = name.Substring(1, close - 1);
        var rest = name.Substring(close + 1);
        if (rest.StartsWith("b__", StringComparison.Ordinal))
            return WithOrdinals(MethodForm.Lambda, method, null, rest.Substring(3));
        if (!rest.StartsWith("g__", StringComparison.Ordinal) || rest.IndexOf('|') is var bar && bar < 0)
            return null;
        return WithOrdinals(MethodForm.LocalFunction, method, rest.Substring(3, bar - 3), rest.Substring(bar + 1));
    }

    /// <summary>The method ordinal in a display class's or state machine's name: <c>&lt;&gt;c__DisplayClass3_0</c>, <c>&lt;M&gt;d__3</c>.</summary>
    public static int? OrdinalOf(string typeName)
    {
        var start = typeName.StartsWith(DisplayClass, StringComparison.Ordinal) ? DisplayClass.Length
            : typeName.LastIndexOf("VB$StateMachine_", StringComparison.Ordinal) is var vb && vb >= 0 ? vb + 16
            : typeName.LastIndexOf(">d__", StringComparison.Ordinal) is var d && d >= 0 ? d + 4 : -1;
        if (start < 0)
            return null;
        var end = start;
        while (end < typeName.Length && typeName[end] is >= '0' and <= '9')
            end++;
        return Number(typeName.Substring(start, end - start));
    }

    private static CompilerName WithOrdinals(MethodForm form, string method, string? local, string ordinals)
    {
        var generation = ordinals.IndexOf('#'); // an edit-and-continue generation follows
        if (generation >= 0)
            ordinals = ordinals.Substring(0, generation);
        var split = ordinals.IndexOf('_');
        return split < 0
            ? new CompilerName(form, method, local, null, Number(ordinals) ?? 0)
            : new CompilerName(form, method, local, Number(ordinals.Substring(0, split)), Number(ordinals.Substring(split + 1)) ?? 0);
    }

    /// <summary>The method's own name may have brackets: <c>&lt;&lt;Main&gt;$&gt;g__Retry|0_0</c>.</summary>
    private static int ClosingBracket(string name)
    {
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '<')
                depth++;
            else if (name[i] == '>' && --depth == 0)
                return i;
        }

        return -1;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
