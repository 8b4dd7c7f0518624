using Mono.Cecil;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>What patterns match: <c>Namespace.Type.Method</c>, nested types with a dot, generic arity dropped.</summary>
internal static class PatternName
{
    public static string Of(MethodDefinition method) => Of(method.DeclaringType) + "." + method.Name;

    private static string Of(TypeReference type)
    {
        DocumentationId.ArityOf(type.Name, out var name);
        if (type.DeclaringType is { } outer)
            return Of(outer) + "." + name;
        return type.Namespace.Length > 0 ? type.Namespace + "." + name : name;
    }
}
