using System.Reflection.Metadata;
using System.Text;

namespace AsyncWeave.Analysis.Reading;

/// <summary>Top-level types of one module by name. A core library has thousands, of which a scan asks for a few dozen: no name is made a string for it.</summary>
internal sealed class TypeIndex
{
    private readonly MetadataReader metadata;
    private readonly EntityHandle[] rows;
    private readonly int[] lastOfBucket;
    private readonly int[] before; // both one higher than the place in rows
    private int count;

    private TypeIndex(MetadataReader metadata, int most)
    {
        this.metadata = metadata;
        rows = new EntityHandle[most];
        before = new int[most];
        var buckets = 16;
        while (buckets < most)
            buckets *= 2;
        lastOfBucket = new int[buckets];
    }

    public static TypeIndex OfDefinitions(MetadataReader metadata)
    {
        var index = new TypeIndex(metadata, metadata.TypeDefinitions.Count);
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (!type.IsNested)
                index.Add(handle, type.Name);
        }

        return index;
    }

    public static TypeIndex OfForwarders(MetadataReader metadata)
    {
        var index = new TypeIndex(metadata, metadata.ExportedTypes.Count);
        foreach (var handle in metadata.ExportedTypes)
        {
            var type = metadata.GetExportedType(handle);
            if (type.Implementation.Kind == HandleKind.AssemblyReference)
                index.Add(handle, type.Name);
        }

        return index;
    }

    /// <summary>The first row of a name; nil where there is none.</summary>
    public EntityHandle Find(string @namespace, string name)
    {
        EntityHandle found = default;
        for (var place = lastOfBucket[Bucket(Hash(Encoding.UTF8.GetBytes(name)))]; place > 0; place = before[place - 1])
        {
            if (IsNamed(rows[place - 1], @namespace, name))
                found = rows[place - 1];
        }

        return found;
    }

    private bool IsNamed(EntityHandle row, string @namespace, string name)
    {
        var (space, own) = row.Kind == HandleKind.ExportedType
            ? (metadata.GetExportedType((ExportedTypeHandle)row).Namespace, metadata.GetExportedType((ExportedTypeHandle)row).Name)
            : (metadata.GetTypeDefinition((TypeDefinitionHandle)row).Namespace, metadata.GetTypeDefinition((TypeDefinitionHandle)row).Name);
        return metadata.StringComparer.Equals(own, name) && metadata.StringComparer.Equals(space, @namespace);
    }

    private void Add(EntityHandle row, StringHandle name)
    {
        rows[count] = row;
        ref var last = ref lastOfBucket[Bucket(Hash(metadata.GetBlobReader(name)))];
        before[count] = last;
        last = ++count;
    }

    private int Bucket(uint hash) => (int)(hash & (uint)(lastOfBucket.Length - 1));

    private static uint Hash(BlobReader bytes)
    {
        var hash = 2166136261u;
        while (bytes.RemainingBytes > 0)
            hash = unchecked((hash ^ bytes.ReadByte()) * 16777619u);
        return hash ^ (hash >> 15);
    }

    private static uint Hash(byte[] bytes)
    {
        var hash = 2166136261u;
        foreach (var value in bytes)
            hash = unchecked((hash ^ value) * 16777619u);
        return hash ^ (hash >> 15);
    }
}
