using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Which types of a module could be tasks, by their names alone; the exact type is asked of the decoded call.</summary>
internal sealed class TaskNames(MetadataReader metadata)
{
    private readonly Kind[] references = new Kind[metadata.GetTableRowCount(TableIndex.TypeRef) + 1];
    private readonly Kind[] definitions = new Kind[metadata.GetTableRowCount(TableIndex.TypeDef) + 1];
    private readonly Kind[] specifications = new Kind[metadata.GetTableRowCount(TableIndex.TypeSpec) + 1];

    private enum Kind : byte
    {
        Unknown,
        Other,
        Task,
        ValueTask,
    }

    /// <summary>Whether the module names or defines such a type at all.</summary>
    public bool Any
    {
        get
        {
            foreach (var type in metadata.TypeReferences)
            {
                if (IsTask(type))
                    return true;
            }

            foreach (var type in metadata.TypeDefinitions)
            {
                if (IsTask(type))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Task, ValueTask, their awaiters and what ConfigureAwait gives.</summary>
    public bool IsTask(EntityHandle type) => Of(type) is Kind.Task or Kind.ValueTask;

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
        var kinds = type.Kind switch
        {
            HandleKind.TypeReference => references,
            HandleKind.TypeDefinition => definitions,
            HandleKind.TypeSpecification => specifications,
            _ => [],
        };
        var row = MetadataTokens.GetRowNumber(type);
        if (row == 0 || row >= kinds.Length)
            return Kind.Other;
        if (kinds[row] == Kind.Unknown)
            kinds[row] = Read(type);
        return kinds[row];
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
