using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Discovery;

[Flags]
internal enum MachineInterface
{
    None = 0,
    AsyncStateMachine = 1,
    AsyncEnumerator = 2,
    Enumerator = 4,

    /// <summary>F#'s <c>IResumableStateMachine&lt;T&gt;</c>.</summary>
    Resumable = 8,
}

/// <summary>Recognises an implemented interface by namespace and name.</summary>
internal static class MachineInterfaces
{
    public static MachineInterface Of(MetadataReader metadata, EntityHandle contract)
    {
        var (space, name) = NameOf(metadata, contract);
        return (space, name) switch
        {
            ("System.Runtime.CompilerServices", "IAsyncStateMachine") => MachineInterface.AsyncStateMachine,
            ("System.Collections.Generic", "IAsyncEnumerator`1") => MachineInterface.AsyncEnumerator,
            ("System.Collections", "IEnumerator") => MachineInterface.Enumerator,
            (_, "IResumableStateMachine`1") => MachineInterface.Resumable,
            _ => MachineInterface.None,
        };
    }

    private static (string Namespace, string Name) NameOf(MetadataReader metadata, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)type);
                return (metadata.GetString(reference.Namespace), metadata.GetString(reference.Name));
            case HandleKind.TypeDefinition:
                var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)type);
                return (metadata.GetString(definition.Namespace), metadata.GetString(definition.Name));
            case HandleKind.TypeSpecification:
                return NameOf(metadata, GenericTypeOf(metadata, (TypeSpecificationHandle)type));
            default:
                return ("", "");
        }
    }

    // ECMA-335 II.23.2.14: GENERICINST (CLASS | VALUETYPE) TypeDefOrRef ...
    private static EntityHandle GenericTypeOf(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (blob.Length < 3 || blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;
        blob.ReadByte();
        var type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeSpecification ? default : type;
    }
}
