using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using Mono.Cecil;
using MethodDefinition = Mono.Cecil.MethodDefinition;
using MethodReference = Mono.Cecil.MethodReference;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Which called methods have an overload with the same parameters and a <c>CancellationToken</c> among them; asked once for each reference.</summary>
internal sealed class TokenOverloads(OpenedModule module, TokenSignatures signatures)
{
    private readonly Dictionary<int, bool> known = [];

    /// <param name="call">Index of the instruction that calls it.</param>
    public bool Has(BodyFacts body, int call, NamedMethod called)
    {
        var token = Declared(body.Code.RawOperand(call));
        if (!known.TryGetValue(token, out var has))
            known[token] = has = MayHave(token, called) && Find(body.Code.Operand(call) as MethodReference);
        return has;
    }

    // Of an instance of a generic method the method itself.
    private int Declared(int token) => token >>> 24 == 0x2B
        ? MetadataTokens.GetToken(module.Metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(token & 0x00FFFFFF)).Method)
        : token;

    /// <summary>A look at names alone, which spares most methods the resolving.</summary>
    private bool MayHave(int token, NamedMethod called)
    {
        var type = MetadataTokens.EntityHandle(token) switch
        {
            { Kind: HandleKind.MethodDefinition } own => module.Metadata.GetMethodDefinition((MethodDefinitionHandle)own).GetDeclaringType(),
            { Kind: HandleKind.MemberReference } reference => StartInstantiations.DefinitionOf(module.Metadata, module.Metadata.GetMemberReference((MemberReferenceHandle)reference).Parent) ?? default,
            _ => default,
        };
        if (!type.IsNil)
            return token >>> 24 != 0x06 || AnyWithToken(type, called); // a reference may lead to a base class
        if (called.DeclaringType?.Definition is not { } declaring)
            return false;
        return module.References.AssemblyOf(declaring) is null || (module.References.DefinitionOf(declaring) is { } definition && definition.WithBases().Any(type => AnyWithToken(type, called)));
    }

    private bool AnyWithToken(TypeDefinitionHandle type, NamedMethod called)
    {
        foreach (var handle in module.Metadata.GetTypeDefinition(type).GetMethods())
        {
            var method = module.Metadata.GetMethodDefinition(handle);
            if (module.Metadata.StringComparer.Equals(method.Name, called.Name) && signatures.Mention(method.Signature))
                return true;
        }

        return false;
    }

    private static bool AnyWithToken(RowType type, NamedMethod called)
    {
        var rows = type.Module;
        foreach (var handle in type.Definition.GetMethods())
        {
            var method = rows.Metadata.GetMethodDefinition(handle);
            if (!rows.Metadata.StringComparer.Equals(method.Name, called.Name))
                continue;
            var parameters = rows.Signatures.OfMethod(method.Signature).ParameterTypes;
            if (parameters.Length > called.Parameters.Length && parameters.Any(TaskTypes.IsCancellationToken))
                return true;
        }

        return false;
    }

    private static bool Find(MethodReference? called)
    {
        try
        {
            return called?.Resolve() is { } definition && definition.DeclaringType.Methods.Any(other => Extends(definition, other));
        }
        catch (AssemblyResolutionException)
        {
            return false;
        }
    }

    private static bool Extends(MethodDefinition called, MethodDefinition other)
    {
        if (other.Name != called.Name || other.Parameters.Count <= called.Parameters.Count || other.IsStatic != called.IsStatic
            || other.GenericParameters.Count != called.GenericParameters.Count || Access(other) < Access(called) || IsObsolete(other)
            || (other.ReturnType.FullName != called.ReturnType.FullName && !IsTaskLike(other.ReturnType)))
            return false;
        return AddsTheToken(called, other);
    }

    // The same parameters in their order; besides them one token, and what may be left out.
    private static bool AddsTheToken(MethodDefinition called, MethodDefinition other)
    {
        var next = 0;
        var takesToken = false;
        foreach (var parameter in other.Parameters)
        {
            if (next < called.Parameters.Count && parameter.ParameterType.FullName == called.Parameters[next].ParameterType.FullName)
                next++;
            else if (IsToken(parameter.ParameterType) && !takesToken)
                takesToken = true;
            else if (!parameter.IsOptional)
                return false;
        }

        return takesToken && next == called.Parameters.Count;
    }

    // Who may call the one may call the other.
    private static MethodAttributes Access(MethodDefinition method) => method.Attributes & MethodAttributes.MemberAccessMask;

    private static bool IsObsolete(MethodDefinition method) =>
        method.HasCustomAttributes && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ObsoleteAttribute");

    private static bool IsToken(Mono.Cecil.TypeReference type) => type.Name == "CancellationToken" && type.Namespace == "System.Threading";

    private static bool IsTaskLike(Mono.Cecil.TypeReference type) =>
        type.GetElementType() is { Namespace: "System.Threading.Tasks", DeclaringType: null, Name: "Task" or "Task`1" or "ValueTask" or "ValueTask`1" };
}
