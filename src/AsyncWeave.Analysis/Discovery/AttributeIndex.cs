using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>An attribute that the rooms ask for, and what it stands on.</summary>
internal sealed record AttributeRow(KnownAttribute Kind, EntityHandle Parent, CustomAttributeHandle Handle);

/// <summary>The rows of the attribute table that matter here, found in one pass and without resolving anything.</summary>
internal sealed class AttributeIndex
{
    private readonly Dictionary<int, List<AttributeRow>> byParent = [];
    private readonly HashSet<int> kinds = [];
    private Dictionary<EntityHandle, CustomAttributeHandle>? stateMachines;

    private AttributeIndex(List<AttributeRow> machines, List<AttributeRow> others)
    {
        StateMachines = machines;
        foreach (var row in others)
        {
            kinds.Add((int)row.Kind);
            var parent = MetadataTokens.GetToken(row.Parent);
            if (!byParent.TryGetValue(parent, out var rows))
                byParent[parent] = rows = [];
            rows.Add(row);
        }
    }

    /// <summary>The attributes of kickoff methods.</summary>
    public IReadOnlyList<AttributeRow> StateMachines { get; }

    public static AttributeIndex Of(MetadataReader metadata)
    {
        var kinds = new ConstructorKinds(metadata);
        var machines = new List<AttributeRow>();
        var others = new List<AttributeRow>();
        foreach (var handle in metadata.CustomAttributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            var kind = kinds.Of(attribute.Constructor);
            if (kind is KnownAttribute.AsyncStateMachine or KnownAttribute.AsyncIteratorStateMachine or KnownAttribute.IteratorStateMachine)
                machines.Add(new AttributeRow(kind, attribute.Parent, handle));
            else if (kind != KnownAttribute.None)
                others.Add(new AttributeRow(kind, attribute.Parent, handle));
        }

        return new AttributeIndex(machines, others);
    }

    /// <summary>Whether one stands anywhere in the module; not for those of kickoff methods.</summary>
    public bool Contains(KnownAttribute kind) => kinds.Contains((int)kind);

    public bool Has(EntityHandle parent, KnownAttribute kind) => On(parent, kind).Any();

    public IEnumerable<AttributeRow> On(EntityHandle parent, KnownAttribute kind) =>
        Contains(kind) && byParent.TryGetValue(MetadataTokens.GetToken(parent), out var rows) ? rows.Where(row => row.Kind == kind) : [];

    /// <summary>The attribute that names a kickoff method's state machine; null for other methods.</summary>
    public CustomAttributeHandle? StateMachineOf(MethodDefinitionHandle kickoff)
    {
        if (stateMachines is null)
        {
            stateMachines = [];
            foreach (var row in StateMachines.Where(row => !stateMachines.ContainsKey(row.Parent)))
                stateMachines.Add(row.Parent, row.Handle);
        }

        return stateMachines.TryGetValue(kickoff, out var handle) ? handle : null;
    }

    /// <summary>What the constructors that attributes name belong to; a table has few of them and many attributes.</summary>
    private sealed class ConstructorKinds(MetadataReader metadata)
    {
        private readonly KnownAttribute?[] references = new KnownAttribute?[metadata.GetTableRowCount(TableIndex.MemberRef) + 1];
        private readonly Dictionary<EntityHandle, KnownAttribute> others = [];

        public KnownAttribute Of(EntityHandle constructor)
        {
            if (constructor.Kind == HandleKind.MemberReference && MetadataTokens.GetRowNumber(constructor) is var row && row < references.Length)
                return references[row] ??= KnownAttributes.Of(metadata, constructor);
            if (!others.TryGetValue(constructor, out var kind))
                others[constructor] = kind = KnownAttributes.Of(metadata, constructor);
            return kind;
        }
    }
}
