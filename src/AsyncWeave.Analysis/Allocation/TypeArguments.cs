using Mono.Cecil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>Type arguments put in, in signatures of fields.</summary>
internal static class TypeArguments
{
    /// <summary>The type as a field of <paramref name="owner"/> has it: the owner's parameters replaced by its arguments.</summary>
    public static TypeReference Substitute(TypeReference type, TypeReference owner) =>
        owner is GenericInstanceType instance ? Substitute(type, instance) : type;

    /// <summary>A generic definition over its own parameters; any other as it is.</summary>
    public static TypeReference OverItself(TypeDefinition definition)
    {
        if (!definition.HasGenericParameters)
            return definition;
        var instance = new GenericInstanceType(definition);
        foreach (var parameter in definition.GenericParameters)
            instance.GenericArguments.Add(parameter);
        return instance;
    }

    public static GenericInstanceType Of(TypeReference generic, params TypeReference[] arguments)
    {
        var instance = new GenericInstanceType(generic);
        foreach (var argument in arguments)
            instance.GenericArguments.Add(argument);
        return instance;
    }

    private static TypeReference Substitute(TypeReference type, GenericInstanceType owner) => type switch
    {
        GenericParameter { Type: GenericParameterType.Type } parameter when parameter.Position < owner.GenericArguments.Count
            => owner.GenericArguments[parameter.Position],
        GenericInstanceType instance => Of(instance.ElementType, [.. instance.GenericArguments.Select(argument => Substitute(argument, owner))]),
        ArrayType array => new ArrayType(Substitute(array.ElementType, owner), array.Rank),
        IModifierType modified => Substitute(modified.ElementType, owner),
        _ => type,
    };
}
