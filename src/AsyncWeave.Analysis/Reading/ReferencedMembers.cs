using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Reading;

/// <summary>Finds the definitions behind the members that a module names: by name and signature, in the type and in those that it derives from.</summary>
internal static class ReferencedMembers
{
    /// <param name="method">A definition, reference or specification.</param>
    /// <returns>Null where it was found nowhere.</returns>
    public static RowMethod? MethodBehind(this ModuleRows module, EntityHandle method) => method.Kind switch
    {
        HandleKind.MethodDefinition => new RowMethod(module, (MethodDefinitionHandle)method),
        HandleKind.MethodSpecification => module.MethodBehind(module.Metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method),
        HandleKind.MemberReference => module.MethodBehind(module.Metadata.GetMemberReference((MemberReferenceHandle)method)),
        _ => null,
    };

    /// <inheritdoc cref="MethodBehind(ModuleRows, EntityHandle)"/>
    public static RowMethod? MethodBehind(this ModuleRows module, MemberReference reference)
    {
        var name = module.Text(reference.Name);
        var signature = module.Signatures.OfMethod(reference.Signature);
        foreach (var type in module.DefinitionOf(reference.Parent)?.WithBases() ?? [])
        {
            foreach (var found in type.MethodsNamed(name))
            {
                if (SameSignature.Have(found.Signature, signature))
                    return found;
            }
        }

        return null;
    }

    /// <returns>Null where it was found nowhere.</returns>
    public static RowField? FieldBehind(this ModuleRows module, MemberReference reference)
    {
        var name = module.Text(reference.Name);
        var signature = module.Signatures.OfField(reference.Signature);
        foreach (var type in module.DefinitionOf(reference.Parent)?.WithBases() ?? [])
        {
            foreach (var handle in type.Definition.GetFields())
            {
                var found = type.Module.Metadata.GetFieldDefinition(handle);
                if (type.Module.Metadata.StringComparer.Equals(found.Name, name) && SameSignature.Are(type.Module.Signatures.OfField(found.Signature), signature))
                    return new RowField(type.Module, handle);
            }
        }

        return null;
    }
}
