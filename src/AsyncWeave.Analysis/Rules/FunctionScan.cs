using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>
/// One pass over the module's code as bytes: which bodies load a function. Bytes that only look like the opcode cost a body decoded for
/// nothing, never a finding.
/// </summary>
internal static class FunctionScan
{
    private const byte Prefix = 0xFE;
    private const byte LoadFunction = 0x06;
    private const byte LoadVirtualFunction = 0x07;

    /// <summary>Tokens of methods, by the token of what they load as it stands in the code.</summary>
    public static IReadOnlyDictionary<int, List<int>> Of(OpenedModule module)
    {
        var users = new Dictionary<int, List<int>>();
        foreach (var stretch in module.Code)
            Collect(stretch, users);
        return users;
    }

    private static void Collect(CodeStretch stretch, Dictionary<int, List<int>> users)
    {
        var code = stretch.Bytes;
        for (var at = code.IndexOf(Prefix); at >= 0 && at + 5 < code.Length; at = CodeStretch.Next(code, Prefix, at))
        {
            if (code[at + 1] is not (LoadFunction or LoadVirtualFunction) || stretch.BodyAt(at) is not (>= 0 and var body))
                continue;
            foreach (var method in stretch.MethodsOf(body))
                Add(CodeStretch.Token(code, at + 2), method, users);
        }
    }

    private static void Add(int function, int user, Dictionary<int, List<int>> users)
    {
        if (!users.TryGetValue(function, out var known))
            users[function] = known = [];
        known.Add(user);
    }
}
