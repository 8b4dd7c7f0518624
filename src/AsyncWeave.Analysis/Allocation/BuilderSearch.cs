using System.Reflection.Metadata;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>Finds the builder of a state machine, and inside a custom one the framework's builder that does the work.</summary>
internal sealed class BuilderSearch(OpenedModule module, LayoutEngine layouts)
{
    // AsyncVoidMethodBuilder of .NET holds an AsyncTaskMethodBuilder; custom ones are hardly deeper.
    private const int DeepestForwarding = 4;

    /// <summary>Null where the state machine has none: iterators.</summary>
    public CoreBuilder? Of(TypeDefinitionHandle stateMachine)
    {
        FieldDefinition? custom = null;
        foreach (var handle in module.Metadata.GetTypeDefinition(stateMachine).GetFields())
        {
            var field = module.Metadata.GetFieldDefinition(handle);
            if ((field.Attributes & System.Reflection.FieldAttributes.Static) != 0)
                continue;
            var type = module.Signatures.OfField(field.Signature);
            if (KnownBuilders.FamilyOf(type) is { } family)
                return new CoreBuilder(family, ElementName.Of(type, default), ResultOf(type, stateMachine), ForwardedBy: null);
            if (IsBuilderField(field.Name))
                custom ??= field;
        }

        return custom is { } found ? InsideCustom(found.Signature, stateMachine) : null;
    }

    // C#, Visual Basic; F# keeps the builder in a struct of the state machine.
    private bool IsBuilderField(StringHandle name) => module.Text(name) is "<>t__builder" or "$Builder" or "Data";

    private ClosedType? ResultOf(SignatureType builder, TypeDefinitionHandle stateMachine) =>
        builder is InstanceSignature { Arguments: [var result] } ? layouts.Rows.Close(result, layouts.Rows.ArgumentsOf(stateMachine)) : null;

    private CoreBuilder InsideCustom(BlobHandle signature, TypeDefinitionHandle stateMachine)
    {
        var name = ElementName.Of(module.Signatures.OfField(signature), new GenericNames(module.Metadata, stateMachine, default));
        return Inside(layouts.Rows.Close(signature, layouts.Rows.ArgumentsOf(stateMachine)), name, DeepestForwarding) ?? CoreBuilder.UnknownIn(name);
    }

    private static CoreBuilder? Inside(ClosedType builder, string custom, int depth)
    {
        if (depth == 0 || builder is not DefinedClosedType { Declaration: { IsValueType: true } declaration, Arguments: var arguments })
            return null;
        for (var i = 0; i < declaration.InstanceFields.Length; i++)
        {
            var type = declaration.Close(i, arguments);
            if ((KnownBuilders.Match(type) ?? Inside(type, custom, depth - 1)) is { } found)
                return found with { ForwardedBy = custom };
        }

        return null;
    }
}
