using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;
using MemberReference = Mono.Cecil.MemberReference;
using TypeReference = Mono.Cecil.TypeReference;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Operands as Cecil knows them, by token, for those who need more of a member than its name.</summary>
internal sealed class CecilReferences(OpenedModule module)
{
    private readonly Dictionary<int, (object? Reference, bool NamesCallersParameters)> known = [];

    /// <summary>Null where the token is none, and where it names type parameters of the caller: whose they are only the body knows.</summary>
    public object? Of(int token) => Read(token) is { NamesCallersParameters: false, Reference: var reference } ? reference : null;

    /// <summary>The same whoever the caller is, whose type parameters have no names then.</summary>
    public object? Unbound(int token) => Read(token).Reference;

    private (object? Reference, bool NamesCallersParameters) Read(int token)
    {
        if (known.TryGetValue(token, out var read))
            return read;
        if (token >>> 24 == 0x70)
            return known[token] = (module.Metadata.GetUserString(MetadataTokens.UserStringHandle(token & 0x00FFFFFF)), false);
        var reference = module.Cecil.LookupToken(token);
        return known[token] = (reference, NamesCallersParameters(reference));
    }

    private static bool NamesCallersParameters(IMetadataTokenProvider? reference) => reference switch
    {
        IMemberDefinition => false,
        TypeReference type => type.ContainsGenericParameter,
        GenericInstanceMethod method => method.GenericArguments.Any(argument => argument.ContainsGenericParameter) || method.DeclaringType.ContainsGenericParameter,
        MemberReference { DeclaringType: { } type } => type.ContainsGenericParameter,
        _ => false,
    };
}
