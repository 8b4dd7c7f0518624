using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>An attribute that the rooms ask for, and what it stands on.</summary>
internal readonly record struct AttributeRow(KnownAttribute Kind, EntityHandle Parent, CustomAttributeHandle Handle);

/// <summary>The rows of the attribute table that matter here, found in one pass and without resolving anything.</summary>
internal sealed class AttributeIndex
{
    private readonly ILookup<EntityHandle, AttributeRow> byParent;

    private AttributeIndex(List<AttributeRow> rows)
    {
        StateMachines = rows.Where(row => row.Kind is KnownAttribute.AsyncStateMachine or KnownAttribute.AsyncIteratorStateMachine or KnownAttribute.IteratorStateMachine).ToList();
        byParent = rows.ToLookup(row => row.Parent);
    }

    /// <summary>The attributes of kickoff methods.</summary>
    public IReadOnlyList<AttributeRow> StateMachines { get; }

    public static AttributeIndex Of(MetadataReader metadata)
    {
        var kinds = new Dictionary<EntityHandle, KnownAttribute>();
        var rows = new List<AttributeRow>();
        foreach (var handle in metadata.CustomAttributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            var constructor = attribute.Constructor;
            if (!kinds.TryGetValue(constructor, out var kind))
                kinds[constructor] = kind = KnownAttributes.Of(metadata, constructor);
            if (kind != KnownAttribute.None)
                rows.Add(new AttributeRow(kind, attribute.Parent, handle));
        }

        return new AttributeIndex(rows);
    }

    public bool Has(EntityHandle parent, KnownAttribute kind) => byParent[parent].Any(row => row.Kind == kind);

    public IEnumerable<AttributeRow> On(EntityHandle parent, KnownAttribute kind) => byParent[parent].Where(row => row.Kind == kind);
}
