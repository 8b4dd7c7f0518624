using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Discovery;

internal enum KnownAttribute
{
    None,
    AsyncStateMachine,
    AsyncIteratorStateMachine,
    IteratorStateMachine,
    GeneratedCode,
    AsyncBudget,
    UnconditionalSuppressMessage,
}

/// <summary>Names the attribute class of a constructor.</summary>
internal static class KnownAttributes
{
    public static KnownAttribute Of(MetadataReader metadata, EntityHandle constructor)
    {
        var (space, name) = ClassOf(metadata, constructor);
        if (name.IsNil)
            return KnownAttribute.None;

        var compare = metadata.StringComparer;
        if (compare.Equals(name, "AsyncBudgetAttribute"))
            return KnownAttribute.AsyncBudget; // any namespace: the class is source in the user's own assembly
        if (compare.Equals(space, "System.Runtime.CompilerServices"))
        {
            return compare.Equals(name, "AsyncStateMachineAttribute") ? KnownAttribute.AsyncStateMachine
                : compare.Equals(name, "AsyncIteratorStateMachineAttribute") ? KnownAttribute.AsyncIteratorStateMachine
                : compare.Equals(name, "IteratorStateMachineAttribute") ? KnownAttribute.IteratorStateMachine
                : KnownAttribute.None;
        }

        if (compare.Equals(name, "GeneratedCodeAttribute") && compare.Equals(space, "System.CodeDom.Compiler"))
            return KnownAttribute.GeneratedCode;
        return compare.Equals(name, "UnconditionalSuppressMessageAttribute") ? KnownAttribute.UnconditionalSuppressMessage : KnownAttribute.None;
    }

    private static (StringHandle Namespace, StringHandle Name) ClassOf(MetadataReader metadata, EntityHandle constructor)
    {
        var type = constructor.Kind switch
        {
            HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent,
            HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
            _ => default,
        };
        return type.Kind switch
        {
            HandleKind.TypeReference => NameOf(metadata.GetTypeReference((TypeReferenceHandle)type)),
            HandleKind.TypeDefinition => NameOf(metadata.GetTypeDefinition((TypeDefinitionHandle)type)),
            _ => default,
        };
    }

    private static (StringHandle, StringHandle) NameOf(TypeReference type) => (type.Namespace, type.Name);

    private static (StringHandle, StringHandle) NameOf(TypeDefinition type) => (type.Namespace, type.Name);
}
