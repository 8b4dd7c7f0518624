using System.Reflection.Metadata.Ecma335;
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
    public static ILookup<int, int> Of(OpenedModule module)
    {
        var loads = new List<(int Function, int User)>();
        var bodies = new BodyBytes(module.Image);
        foreach (var handle in module.Metadata.MethodDefinitions)
        {
            var address = module.Metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
            if (address != 0)
                Visit(MetadataTokens.GetToken(handle), bodies.At(address), loads);
        }

        return loads.ToLookup(load => load.Function, load => load.User);
    }

    private static void Visit(int method, ReadOnlySpan<byte> il, List<(int Function, int User)> loads)
    {
        for (var at = il.IndexOf(Prefix); at >= 0 && at + 5 < il.Length; at = Next(il, at))
        {
            if (il[at + 1] is LoadFunction or LoadVirtualFunction)
                loads.Add((BodyBytes.Token(il, at + 2), method));
        }
    }

    private static int Next(ReadOnlySpan<byte> il, int at) => il.Slice(at + 1).IndexOf(Prefix) is >= 0 and var step ? at + 1 + step : -1;
}
