using Mono.Cecil;

namespace AsyncWeave.LayoutPacks;

/// <summary>Rewrites the types of fields so that they no longer need definitions that were removed.</summary>
internal sealed class FieldTypeReducer(ModuleDefinition module, TypeSelection selection)
{
    public TypeReference Reduce(TypeReference type) => type switch
    {
        GenericParameter => type,
        IModifierType modified => Reduce(modified.ElementType),
        PointerType or FunctionPointerType => new PointerType(module.TypeSystem.Void),
        ByReferenceType reference => new ByReferenceType(Reduce(reference.ElementType)),
        ArrayType array => ReduceArray(array),
        GenericInstanceType instance => ReduceInstance(instance),
        TypeDefinition definition when !selection.Keeps(definition) => NameOnly(definition),
        _ => type,
    };

    public MethodReference Reduce(MethodReference constructor)
    {
        var reduced = new MethodReference(constructor.Name, module.TypeSystem.Void, NameOnly(constructor.DeclaringType)) { HasThis = true };
        foreach (var parameter in constructor.Parameters)
            reduced.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        return reduced;
    }

    private ArrayType ReduceArray(ArrayType array) =>
        array.IsVector ? new ArrayType(Reduce(array.ElementType)) : new ArrayType(Reduce(array.ElementType), array.Rank);

    private GenericInstanceType ReduceInstance(GenericInstanceType instance)
    {
        var reduced = new GenericInstanceType(Reduce(instance.ElementType));
        foreach (var argument in instance.GenericArguments)
            reduced.GenericArguments.Add(Reduce(argument));
        return reduced;
    }

    // A class keeps its name for those who draw the field; nothing needs to find it.
    private TypeReference NameOnly(TypeReference type)
    {
        var name = new TypeReference(type.Namespace, type.Name, module, type is TypeDefinition ? module : type.Scope, type.IsValueType)
        {
            DeclaringType = type.DeclaringType is { } outer ? NameOnly(outer) : null,
        };
        foreach (var parameter in type.GenericParameters)
            name.GenericParameters.Add(new GenericParameter(parameter.Name, name));
        return name;
    }
}
