using Mono.Cecil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>How awaited operations are written, each written once for the module unless it names type parameters of the caller.</summary>
internal sealed class OperationNames(CecilReferences references)
{
    private readonly Dictionary<int, string> names = [];

    /// <param name="call">Index of the operation's call.</param>
    public string Of(BodyCode code, int call)
    {
        var token = code.RawOperand(call);
        if (names.TryGetValue(token, out var name))
            return name;
        name = OperationName.Of((MethodReference)code.Operand(call)!);
        if (references.Of(token) is not null)
            names[token] = name;
        return name;
    }
}
