using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>
/// One pass over the module's IL as bytes: which bodies call members that a rule asks for, and which load a function of this module.
/// A byte that only looks like an opcode costs a body decoded for nothing, never a finding.
/// </summary>
internal sealed class CodeScan
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;
    private const byte Pop = 0x26;
    private const byte Prefix = 0xFE;
    private const byte LoadFunction = 0x06;
    private const byte LoadVirtualFunction = 0x07;

    private readonly MemberInterests interests;
    private readonly List<(int Method, Interest Interest)> bodies = [];
    private readonly List<(int Function, int User)> functions = [];

    private CodeScan(MemberInterests interests) => this.interests = interests;

    /// <summary>Tokens of methods, in order, with what is interesting in their bodies.</summary>
    public IReadOnlyList<(int Method, Interest Interest)> Bodies => bodies;

    /// <summary>Tokens of the methods that load a function, by the function's token as it stands in the code.</summary>
    public ILookup<int, int> UsersOf { get; private set; } = Array.Empty<(int, int)>().ToLookup(p => p.Item1, p => p.Item2);

    public static CodeScan Of(OpenedModule module, MemberInterests interests)
    {
        var scan = new CodeScan(interests);
        var bodies = new BodyBytes(module.Image);
        foreach (var handle in module.Metadata.MethodDefinitions)
        {
            var address = module.Metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
            if (address != 0)
                scan.Visit(MetadataTokens.GetToken(handle), bodies.At(address));
        }

        scan.UsersOf = scan.functions.ToLookup(pair => pair.Function, pair => pair.User);
        return scan;
    }

    private void Visit(int method, ReadOnlySpan<byte> il)
    {
        var found = Interest.None;
        for (var i = 0; i + 4 < il.Length; i++)
        {
            if (il[i] is Call or CallVirtual)
                found |= OfCall(il, i);
            else if (il[i] == Prefix && il[i + 1] is LoadFunction or LoadVirtualFunction && i + 5 < il.Length)
                functions.Add((Token(il, i + 2), method));
        }

        if (found != Interest.None)
            bodies.Add((method, found));
    }

    private Interest OfCall(ReadOnlySpan<byte> il, int at)
    {
        var interest = interests.Of(Token(il, at + 1)) & (Interest.Blocks | Interest.DropsTask);
        if ((interest & Interest.DropsTask) == 0)
            return interest;
        var next = at + 5;
        while (next < il.Length && il[next] == 0) // nop
            next++;
        return next < il.Length && il[next] == Pop ? interest : interest & ~Interest.DropsTask;
    }

    private static int Token(ReadOnlySpan<byte> il, int at) => il[at] | il[at + 1] << 8 | il[at + 2] << 16 | il[at + 3] << 24;
}
