using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>
/// One pass over the module's IL as bytes: which bodies call members that a rule asks for. A byte that only looks like an opcode costs a
/// body decoded for nothing, never a finding.
/// </summary>
internal sealed class CodeScan
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;
    private const byte Pop = 0x26;

    private readonly MemberInterests interests;
    private readonly HashSet<int> blocking;

    private CodeScan(MemberInterests interests)
    {
        this.interests = interests;
        blocking = interests.Blocking();
    }

    /// <summary>Tokens of methods, in order, with what is interesting in their bodies.</summary>
    /// <param name="known">Methods that have been looked at: state machines, whose every await calls <c>GetResult</c>.</param>
    public static IReadOnlyList<(int Method, Interest Interest)> Of(OpenedModule module, MemberInterests interests, HashSet<int> known)
    {
        var found = new List<(int, Interest)>();
        if (!interests.AnyTask)
            return found;
        var scan = new CodeScan(interests);
        BodyBytes.Visit(module, (method, il) =>
        {
            if (!known.Contains(method) && scan.In(il) is not Interest.None and var interest)
                found.Add((method, interest));
        });
        return found;
    }

    private Interest In(ReadOnlySpan<byte> il) => (DropsTask(il) ? Interest.DropsTask : Interest.None) | (Blocks(il) ? Interest.Blocks : Interest.None);

    // call F; (nop)*; pop         from the pop back: the highest byte of a token is never zero
    private bool DropsTask(ReadOnlySpan<byte> il)
    {
        for (var pop = il.IndexOf(Pop); pop >= 0; pop = BodyBytes.Next(il, Pop, pop))
        {
            var end = pop - 1;
            while (end >= 0 && il[end] == 0)
                end--;
            if (end >= 4 && IsCall(il, end - 4) && (interests.Of(BodyBytes.Token(il, end - 3)) & Interest.DropsTask) != 0)
                return true;
        }

        return false;
    }

    private bool Blocks(ReadOnlySpan<byte> il)
    {
        if (blocking.Count == 0)
            return false;
        for (var at = il.IndexOfAny(Call, CallVirtual); at >= 0 && at + 4 < il.Length; at = NextCall(il, at))
        {
            if (IsCall(il, at) && blocking.Contains(BodyBytes.Token(il, at + 1)))
                return true;
        }

        return false;
    }

    private static int NextCall(ReadOnlySpan<byte> il, int behind) => il.Slice(behind + 1).IndexOfAny(Call, CallVirtual) is >= 0 and var step ? behind + 1 + step : -1;

    // The token that follows is that of a definition, a reference or a specification.
    private static bool IsCall(ReadOnlySpan<byte> il, int at) => il[at] is Call or CallVirtual && il[at + 4] is 0x06 or 0x0A or 0x2B;
}
