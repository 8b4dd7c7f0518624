using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout.Crossgen;

/// <summary>Type arguments put in, in signatures of fields.</summary>
internal static class TypeArguments
{
    /// <summary>The type as a field of <paramref name="owner"/> has it: the owner's parameters replaced by its arguments.</summary>
    public static TypeReference Substitute(TypeReference type, TypeReference owner) => (type, owner) switch
    {
        (GenericParameter parameter, GenericInstanceType closed) => closed.GenericArguments[parameter.Position],
        (GenericInstanceType instance, _) => Of(instance.ElementType, [.. instance.GenericArguments.Select(argument => Substitute(argument, owner))]),
        (ArrayType array, _) => new ArrayType(Substitute(array.ElementType, owner), array.Rank),
        (IModifierType modified, _) => Substitute(modified.ElementType, owner),
        _ => type,
    };

    public static GenericInstanceType Of(TypeReference generic, params TypeReference[] arguments)
    {
        var instance = new GenericInstanceType(generic);
        foreach (var argument in arguments)
            instance.GenericArguments.Add(argument);
        return instance;
    }
}
