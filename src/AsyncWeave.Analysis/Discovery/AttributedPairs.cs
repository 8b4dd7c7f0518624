using System.Reflection.Metadata;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Pairs named by the attribute that the compiler puts on a kickoff method.</summary>
internal static class AttributedPairs
{
    public static IEnumerable<StateMachinePair> Find(MetadataReader metadata, AttributeIndex attributes)
    {
        var names = new TypeNames(metadata);
        foreach (var row in attributes.StateMachines)
        {
            if (row.Parent.Kind != HandleKind.MethodDefinition)
                continue;
            var kickoff = (MethodDefinitionHandle)row.Parent;
            if (TryReadTypeName(metadata, row.Handle) is { } name && names.Find(kickoff, name) is { IsNil: false } machine)
                yield return new StateMachinePair(kickoff, machine, KindOf(row.Kind));
        }
    }

    private static MethodKind KindOf(KnownAttribute attribute) => attribute switch
    {
        KnownAttribute.AsyncIteratorStateMachine => MethodKind.AsyncIterator,
        KnownAttribute.IteratorStateMachine => MethodKind.Iterator,
        _ => MethodKind.Async,
    };

    // ECMA-335 II.23.3: prolog 0x0001, then the one fixed argument, a type as a serialized string
    private static string? TryReadTypeName(MetadataReader metadata, CustomAttributeHandle handle)
    {
        var blob = metadata.GetBlobReader(metadata.GetCustomAttribute(handle).Value);
        return blob.Length > 2 && blob.ReadUInt16() == 1 ? blob.ReadSerializedString() : null;
    }
}
