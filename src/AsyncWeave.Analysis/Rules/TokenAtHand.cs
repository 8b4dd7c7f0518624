using System.Reflection.Metadata;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Where methods find a <c>CancellationToken</c> to pass on.</summary>
internal sealed class TokenAtHand(OpenedModule module, TokenSignatures signatures)
{
    private readonly Dictionary<TypeDefinitionHandle, (string? Any, string? Static)> fields = [];

    /// <summary>Name of the parameter or field; null where there is none.</summary>
    public string? In(AsyncMethod method)
    {
        if (signatures.TypeIsUnknown)
            return null;
        var definition = module.Metadata.GetMethodDefinition(method.KickoffHandle);
        if (signatures.Mention(definition.Signature))
        {
            var types = module.Signatures.OfMethod(definition.Signature).ParameterTypes;
            for (var i = 0; i < types.Length; i++)
            {
                if (TaskTypes.IsCancellationToken(types[i]))
                    return NameOf(definition, i + 1);
            }
        }

        // A lambda's closure holds the tokens of the methods around it. On a class a field is the token of its life, which its end must not wait for.
        var (any, shared) = FieldsOf(definition.GetDeclaringType());
        if (any is null || module.Metadata.GetString(definition.Name) is "DisposeAsync" or "System.IAsyncDisposable.DisposeAsync")
            return null;
        return (definition.Attributes & System.Reflection.MethodAttributes.Static) != 0 ? shared : any;
    }

    /// <param name="sequence">0 is the return value.</param>
    private string NameOf(MethodDefinition method, int sequence)
    {
        foreach (var handle in method.GetParameters())
        {
            var parameter = module.Metadata.GetParameter(handle);
            if (parameter.SequenceNumber == sequence)
                return module.Metadata.GetString(parameter.Name);
        }

        return "";
    }

    private (string? Any, string? Static) FieldsOf(TypeDefinitionHandle type)
    {
        if (!fields.TryGetValue(type, out var known))
            fields[type] = known = Find(type);
        return known;
    }

    private (string? Any, string? Static) Find(TypeDefinitionHandle type)
    {
        string? any = null;
        string? shared = null;
        foreach (var handle in module.Metadata.GetTypeDefinition(type).GetFields())
        {
            var field = module.Metadata.GetFieldDefinition(handle);
            if (!signatures.IsFieldOf(field.Signature))
                continue;
            var name = SourceName(module.Metadata.GetString(field.Name));
            any ??= name;
            shared ??= (field.Attributes & System.Reflection.FieldAttributes.Static) != 0 ? name : null;
        }

        return (any, shared);
    }

    // <Token>k__BackingField a property's, <token>P a primary constructor's parameter
    private static string SourceName(string name) =>
        name.Length > 0 && name[0] == '<' && name.IndexOf('>') is > 1 and var end ? name.Substring(1, end - 1) : name;
}
