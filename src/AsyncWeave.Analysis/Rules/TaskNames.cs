using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Which types of a module could be tasks, by their names alone; the exact type is asked of the decoded call.</summary>
internal sealed class TaskNames(MetadataReader metadata)
{
    private readonly Dictionary<EntityHandle, Kind> kinds = [];
    private bool? any;

    private enum Kind
    {
        Other,
        Task,
        ValueTask,
    }

    /// <summary>Whether the module names or defines such a type at all.</summary>
    public bool Any => any ??= metadata.TypeReferences.Any(type => IsTask(type)) || metadata.TypeDefinitions.Any(type => IsTask(type));

    /// <summary>Task, ValueTask, their awaiters and what ConfigureAwait gives.</summary>
    public bool IsTask(EntityHandle type) => Of(type) != Kind.Other;

    public bool IsValueTask(EntityHandle type) => Of(type) == Kind.ValueTask;

    /// <param name="type">A type in a signature.</param>
    public bool IsGiven(BlobReader type)
    {
        var code = type.ReadByte();
        if (code == (byte)SignatureTypeCode.GenericTypeInstance)
            code = type.ReadByte();
        return code switch
        {
            (byte)SignatureTypeCode.GenericTypeParameter or (byte)SignatureTypeCode.GenericMethodParameter => true, // closed over a task, perhaps
            (byte)SignatureTypeKind.Class or (byte)SignatureTypeKind.ValueType => IsTask(type.ReadTypeHandle()),
            _ => false,
        };
    }

    private Kind Of(EntityHandle type)
    {
        if (!kinds.TryGetValue(type, out var kind))
            kinds[type] = kind = Read(type);
        return kind;
    }

    private Kind Read(EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                return OfName(metadata.GetTypeReference((TypeReferenceHandle)type).Name);
            case HandleKind.TypeDefinition:
                return OfName(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name);
            case HandleKind.TypeSpecification:
                var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                return blob.Length > 2 && blob.ReadByte() == (byte)SignatureTypeCode.GenericTypeInstance && blob.ReadByte() != 0
                    && blob.ReadTypeHandle() is { Kind: not HandleKind.TypeSpecification } generic ? Of(generic) : Kind.Other;
            default:
                return Kind.Other;
        }
    }

    private Kind OfName(StringHandle name)
    {
        var compare = metadata.StringComparer;
        if (compare.StartsWith(name, "ValueTask") || compare.StartsWith(name, "ConfiguredValueTask"))
            return Kind.ValueTask;
        return compare.StartsWith(name, "Task") || compare.StartsWith(name, "Configured") ? Kind.Task : Kind.Other;
    }
}
