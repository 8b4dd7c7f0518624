using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>
/// One pass over the module's IL as bytes: which bodies call members that a rule asks for. A byte that only looks like an opcode costs a
/// body decoded for nothing, never a finding.
/// </summary>
internal static class CodeScan
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;
    private const byte Pop = 0x26;

    /// <summary>Tokens of methods, in order, with what is interesting in their bodies.</summary>
    public static IReadOnlyList<(int Method, Interest Interest)> Of(OpenedModule module, MemberInterests interests)
    {
        var found = new List<(int, Interest)>();
        if (!interests.AnyTask)
            return found;
        var bodies = new BodyBytes(module.Image);
        foreach (var handle in module.Metadata.MethodDefinitions)
        {
            var address = module.Metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
            if (address != 0 && In(bodies.At(address), interests) is not Interest.None and var interest)
                found.Add((MetadataTokens.GetToken(handle), interest));
        }

        return found;
    }

    private static Interest In(ReadOnlySpan<byte> il, MemberInterests interests)
    {
        var found = Interest.None;
        for (var i = 0; i + 4 < il.Length; i++)
        {
            // A call's token is that of a definition, a reference or a specification.
            if (il[i] is Call or CallVirtual && il[i + 4] is 0x06 or 0x0A or 0x2B)
                found |= OfCall(il, i, interests);
        }

        return found;
    }

    private static Interest OfCall(ReadOnlySpan<byte> il, int at, MemberInterests interests)
    {
        var interest = interests.Of(BodyBytes.Token(il, at + 1)) & (Interest.Blocks | Interest.DropsTask);
        if ((interest & Interest.DropsTask) == 0)
            return interest;
        var next = at + 5;
        while (next < il.Length && il[next] == 0) // nop
            next++;
        return next < il.Length && il[next] == Pop ? interest : interest & ~Interest.DropsTask;
    }
}
