using Mono.Cecil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Tells an <c>out</c> parameter, which only writes, from a <c>ref</c> one: the callee's definition says it, the signature does not.</summary>
internal sealed class OutParameters(CecilReferences references)
{
    private readonly Dictionary<int, bool[]> known = [];

    /// <param name="token">The callee's, as it stands in the code.</param>
    /// <param name="parameter">Without the receiver.</param>
    public bool Contain(int token, int parameter)
    {
        if (!known.TryGetValue(token, out var outs))
            known[token] = outs = Read(token);
        return parameter >= 0 && parameter < outs.Length && outs[parameter];
    }

    private bool[] Read(int token)
    {
        if (references.Unbound(token) is not MethodReference method || !method.Parameters.Any(parameter => parameter.ParameterType is ByReferenceType))
            return [];
        if (Resolve(method) is not { } definition)
            return [];
        var outs = new bool[Math.Min(method.Parameters.Count, definition.Parameters.Count)];
        for (var i = 0; i < outs.Length; i++)
            outs[i] = method.Parameters[i].ParameterType is ByReferenceType && definition.Parameters[i].IsOut;
        return outs;
    }

    // An assembly that is not at hand must not cost the method its report: the argument then counts as read.
    private static MethodDefinition? Resolve(MethodReference method)
    {
        try
        {
            return method.Resolve();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }
}
