using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>
/// One pass over the module's IL as bytes: which bodies load a function. Bytes that only look like the opcode cost a body decoded for
/// nothing, never a finding.
/// </summary>
internal static class FunctionScan
{
    private const byte Prefix = 0xFE;
    private const byte LoadFunction = 0x06;
    private const byte LoadVirtualFunction = 0x07;

    /// <summary>Tokens of methods in order, by the token of what they load as it stands in the code.</summary>
    public static IReadOnlyDictionary<int, List<int>> Of(OpenedModule module)
    {
        var users = new Dictionary<int, List<int>>();
        BodyBytes.Visit(module, (method, il) => Collect(method, il, users));
        return users;
    }

    private static void Collect(int method, ReadOnlySpan<byte> il, Dictionary<int, List<int>> users)
    {
        for (var at = il.IndexOf(Prefix); at >= 0 && at + 5 < il.Length; at = BodyBytes.Next(il, Prefix, at))
        {
            if (il[at + 1] is LoadFunction or LoadVirtualFunction)
                Add(BodyBytes.Token(il, at + 2), method, users);
        }
    }

    private static void Add(int function, int user, Dictionary<int, List<int>> users)
    {
        if (!users.TryGetValue(function, out var known))
            users[function] = known = [];
        known.Add(user);
    }
}
