using System.Reflection.Metadata;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>State machines by their interface that no attribute claimed: trimmed or rewritten assemblies, and F#.</summary>
internal static class UnclaimedStateMachines
{
    public static Dictionary<TypeDefinitionHandle, MethodKind> Find(MetadataReader metadata, HashSet<TypeDefinitionHandle> claimed)
    {
        var kinds = new Dictionary<EntityHandle, MachineInterface>();
        var found = new Dictionary<TypeDefinitionHandle, MethodKind>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            if (!claimed.Contains(handle) && KindOf(metadata, handle, kinds) is { } kind)
                found[handle] = kind;
        }

        return found;
    }

    private static MethodKind? KindOf(MetadataReader metadata, TypeDefinitionHandle handle, Dictionary<EntityHandle, MachineInterface> kinds)
    {
        var type = metadata.GetTypeDefinition(handle);
        if ((type.Attributes & System.Reflection.TypeAttributes.Interface) != 0)
            return null;

        var seen = MachineInterface.None;
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            var contract = metadata.GetInterfaceImplementation(implemented).Interface;
            if (!kinds.TryGetValue(contract, out var kind))
                kinds[contract] = kind = MachineInterfaces.Of(metadata, contract);
            seen |= kind;
        }

        if ((seen & MachineInterface.AsyncStateMachine) != 0)
        {
            return (seen & MachineInterface.AsyncEnumerator) != 0 ? MethodKind.AsyncIterator
                : (seen & MachineInterface.Resumable) != 0 ? MethodKind.ResumableCode
                : MethodKind.Async;
        }

        // An enumerator written by hand is no iterator; only here does a compiler's name decide, for want of anything else.
        return (seen & MachineInterface.Enumerator) != 0 && IsCompilersName(metadata.GetString(type.Name)) ? MethodKind.Iterator : null;
    }

    private static bool IsCompilersName(string name) =>
        (name.StartsWith("<", StringComparison.Ordinal) && name.IndexOf(">d", StringComparison.Ordinal) > 0)
        || name.StartsWith("VB$StateMachine_", StringComparison.Ordinal);
}
