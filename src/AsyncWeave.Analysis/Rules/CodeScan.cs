using System.Buffers.Binary;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>
/// The module's code searched as bytes: which bodies call members that a rule asks for. A byte that only looks like an opcode costs a
/// body decoded for nothing, never a finding.
/// </summary>
internal sealed class CodeScan
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;
    private const byte Pop = 0x26;
    private const int FewTokens = 32;

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
        var found = new List<(int Method, Interest Interest)>();
        if (!interests.AnyTask)
            return found;
        var scan = new CodeScan(interests);
        foreach (var stretch in module.Code)
        {
            var bodies = scan.In(stretch);
            for (var body = 0; body < bodies.Length; body++)
            {
                if (bodies[body] == Interest.None)
                    continue;
                foreach (var method in stretch.MethodsOf(body))
                {
                    if (!known.Contains(method))
                        found.Add((method, bodies[body]));
                }
            }
        }

        found.Sort((one, other) => one.Method.CompareTo(other.Method));
        return found;
    }

    private Interest[] In(CodeStretch stretch)
    {
        var bodies = new Interest[stretch.Count];
        FindDrops(stretch, bodies);
        if (blocking.Count > 0)
            FindBlocks(stretch, bodies);
        return bodies;
    }

    // call F; (nop)*; pop         from the pop back: the highest byte of a token is never zero
    private void FindDrops(CodeStretch stretch, Interest[] bodies)
    {
        var code = stretch.Bytes;
        for (var pop = code.IndexOf(Pop); pop >= 0; pop = CodeStretch.Next(code, Pop, pop))
        {
            var end = pop - 1;
            while (end >= 0 && code[end] == 0)
                end--;
            if (end >= 4 && IsCall(code, end - 4) && interests.GivesTask(CodeStretch.Token(code, end - 3)))
                Mark(stretch, end - 4, Interest.DropsTask, bodies);
        }
    }

    // Few tokens are looked for one after the other, much faster than call by call.
    private void FindBlocks(CodeStretch stretch, Interest[] bodies)
    {
        if (blocking.Count <= FewTokens)
        {
            foreach (var token in blocking)
                FindCalls(stretch, token, bodies);
            return;
        }

        var code = stretch.Bytes;
        for (var at = code.IndexOfAny(Call, CallVirtual); at >= 0 && at + 4 < code.Length; at = NextCall(code, at))
        {
            if (IsCall(code, at) && blocking.Contains(CodeStretch.Token(code, at + 1)))
                Mark(stretch, at, Interest.Blocks, bodies);
        }
    }

    private static void FindCalls(CodeStretch stretch, int token, Interest[] bodies)
    {
        var code = stretch.Bytes;
        Span<byte> operand = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(operand, token);
        for (var at = 1; code.Slice(at).IndexOf(operand) is >= 0 and var step; at += step + 4)
        {
            if (IsCall(code, at + step - 1))
                Mark(stretch, at + step - 1, Interest.Blocks, bodies);
        }
    }

    private static void Mark(CodeStretch stretch, int at, Interest interest, Interest[] bodies)
    {
        if (stretch.BodyAt(at) is >= 0 and var body)
            bodies[body] |= interest;
    }

    private static int NextCall(ReadOnlySpan<byte> code, int behind) => code.Slice(behind + 1).IndexOfAny(Call, CallVirtual) is >= 0 and var step ? behind + 1 + step : -1;

    // The token that follows is that of a definition, a reference or a specification.
    private static bool IsCall(ReadOnlySpan<byte> code, int at) => code[at] is Call or CallVirtual && code[at + 4] is 0x06 or 0x0A or 0x2B;
}
