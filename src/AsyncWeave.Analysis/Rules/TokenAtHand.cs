using Mono.Cecil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Where methods find a <c>CancellationToken</c> to pass on.</summary>
internal sealed class TokenAtHand
{
    private readonly Dictionary<TypeDefinition, (string? Any, string? Static)> fields = [];

    /// <summary>Name of the parameter or field; null where there is none.</summary>
    public string? In(MethodDefinition kickoff)
    {
        foreach (var parameter in kickoff.Parameters)
        {
            if (TaskTypes.IsCancellationToken(parameter.ParameterType))
                return parameter.Name;
        }

        // A lambda's closure holds the tokens of the methods around it. On a class a field is the token of its life, which its end must not wait for.
        if (kickoff.Name == "DisposeAsync" || kickoff.Name.EndsWith(".DisposeAsync", StringComparison.Ordinal))
            return null;
        var (any, shared) = FieldsOf(kickoff.DeclaringType);
        return kickoff.IsStatic ? shared : any;
    }

    private (string? Any, string? Static) FieldsOf(TypeDefinition type)
    {
        if (!fields.TryGetValue(type, out var known))
            fields[type] = known = Find(type);
        return known;
    }

    private static (string? Any, string? Static) Find(TypeDefinition type)
    {
        string? any = null;
        string? shared = null;
        foreach (var field in type.Fields)
        {
            if (!TaskTypes.IsCancellationToken(field.FieldType))
                continue;
            any ??= SourceName(field.Name);
            shared ??= field.IsStatic ? SourceName(field.Name) : null;
        }

        return (any, shared);
    }

    // <Token>k__BackingField a property's, <token>P a primary constructor's parameter
    private static string SourceName(string name) =>
        name[0] == '<' && name.IndexOf('>') is > 1 and var end ? name.Substring(1, end - 1) : name;
}
