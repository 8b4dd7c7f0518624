using Mono.Cecil;

namespace AsyncWeave.LayoutPacks;

/// <summary>Takes everything out of an assembly that does not decide a layout.</summary>
internal sealed class AssemblyReducer(TypeSelection selection)
{
    /// <summary>Null when nothing is left.</summary>
    public byte[]? Reduce(AssemblyDefinition assembly)
    {
        var module = assembly.MainModule;
        var reducer = new FieldTypeReducer(module, selection);
        // Attributes first: they name constructors, which are still there.
        foreach (var type in module.GetTypes())
            KeepInlineArray(type, reducer);
        ReduceForwarders(module);
        ReduceTypes(module.Types);
        if (module.Types.Count <= 1 && module.ExportedTypes.Count == 0)
            return null;

        foreach (var type in module.GetTypes())
            StripMembers(type, reducer);
        StripModule(assembly);
        return ReducedImage.Of(assembly);
    }

    private void ReduceForwarders(ModuleDefinition module)
    {
        foreach (var forwarder in module.ExportedTypes.ToList())
            if (forwarder.Resolve() is not { } type || !KeepsAnyOf(type))
                module.ExportedTypes.Remove(forwarder);
    }

    private void ReduceTypes(ICollection<TypeDefinition> types)
    {
        foreach (var type in types.Where(type => type.Name != "<Module>").ToList())
            if (KeepsAnyOf(type))
                ReduceTypes(type.NestedTypes);
            else
                types.Remove(type);
    }

    private bool KeepsAnyOf(TypeDefinition type) => selection.Keeps(type) || type.NestedTypes.Any(KeepsAnyOf);

    private void StripMembers(TypeDefinition type, FieldTypeReducer reducer)
    {
        type.Methods.Clear();
        type.Properties.Clear();
        type.Events.Clear();
        type.Interfaces.Clear();
        type.SecurityDeclarations.Clear();
        foreach (var parameter in type.GenericParameters)
        {
            parameter.Constraints.Clear();
            parameter.CustomAttributes.Clear();
        }

        if (selection.Keeps(type))
            ReduceFields(type, reducer);
        else
            MakeShell(type);
    }

    private static void ReduceFields(TypeDefinition type, FieldTypeReducer reducer)
    {
        type.BaseType = type.BaseType is null ? null : reducer.Reduce(type.BaseType);
        foreach (var field in type.Fields.ToList())
        {
            if (field.IsStatic)
            {
                type.Fields.Remove(field);
                continue;
            }

            field.CustomAttributes.Clear();
            field.MarshalInfo = null;
            field.FieldType = reducer.Reduce(field.FieldType);
        }
    }

    // A type that is here only because kept ones are nested in it has lost its fields: as an interface it can never be laid out by mistake.
    private static void MakeShell(TypeDefinition type)
    {
        type.Fields.Clear();
        type.BaseType = null;
        type.Attributes = (type.Attributes & TypeAttributes.VisibilityMask) | TypeAttributes.Interface | TypeAttributes.Abstract;
    }

    private static void KeepInlineArray(TypeDefinition type, FieldTypeReducer reducer)
    {
        foreach (var attribute in type.CustomAttributes.ToList())
            if (attribute.AttributeType.FullName != "System.Runtime.CompilerServices.InlineArrayAttribute")
                type.CustomAttributes.Remove(attribute);
            else
                attribute.Constructor = reducer.Reduce(attribute.Constructor);
    }

    private static void StripModule(AssemblyDefinition assembly)
    {
        var module = assembly.MainModule;
        assembly.CustomAttributes.Clear();
        assembly.SecurityDeclarations.Clear();
        while (assembly.Modules.Count > 1)
            assembly.Modules.RemoveAt(1);
        assembly.Name.PublicKey = assembly.Name.PublicKeyToken;
        assembly.Name.HasPublicKey = false;
        module.CustomAttributes.Clear();
        UsedReferences.KeepOnly(module);
        module.Resources.Clear();
        module.ModuleReferences.Clear();
        module.EntryPoint = null;
        // Precompiled images say that they hold native code; without methods there is none left.
        module.Attributes = ModuleAttributes.ILOnly;
        module.Architecture = TargetArchitecture.I386;
    }
}
