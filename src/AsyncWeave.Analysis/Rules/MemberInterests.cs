using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Rules;

/// <summary>What each method token of a module is to the rules on ordinary bodies, read from the rows alone.</summary>
internal sealed class MemberInterests
{
    private readonly MetadataReader metadata;
    private readonly Interest[] definitions;
    private readonly Interest[] references;
    private readonly Interest[] specifications;
    private readonly Dictionary<EntityHandle, bool> taskTypes = [];

    public MemberInterests(MetadataReader metadata)
    {
        this.metadata = metadata;
        definitions = new Interest[metadata.MethodDefinitions.Count + 1];
        references = new Interest[metadata.MemberReferences.Count + 1];
        specifications = new Interest[metadata.GetTableRowCount(TableIndex.MethodSpec) + 1];
        foreach (var handle in metadata.MethodDefinitions)
            definitions[MetadataTokens.GetRowNumber(handle)] = OfSignature(metadata.GetBlobReader(metadata.GetMethodDefinition(handle).Signature));
        foreach (var handle in metadata.MemberReferences)
            references[MetadataTokens.GetRowNumber(handle)] = OfReference(metadata.GetMemberReference(handle));
        for (var row = 1; row < specifications.Length; row++)
            specifications[row] = Of(MetadataTokens.GetToken(metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).Method));
    }

    /// <param name="token">Raw token of a method definition, reference or specification.</param>
    public Interest Of(int token)
    {
        var row = token & 0x00FFFFFF;
        var table = (token >>> 24) switch { 0x06 => definitions, 0x0A => references, 0x2B => specifications, _ => [] };
        return row < table.Length ? table[row] : Interest.None;
    }

    private Interest OfReference(MemberReference reference)
    {
        var interest = reference.GetKind() == MemberReferenceKind.Method ? OfSignature(metadata.GetBlobReader(reference.Signature)) : Interest.None;
        return CanBlock(reference.Name) && IsTaskType(reference.Parent) ? interest | Interest.Blocks : interest;
    }

    private bool CanBlock(StringHandle name)
    {
        var compare = metadata.StringComparer;
        return compare.Equals(name, "get_Result") || compare.Equals(name, "GetResult") || compare.Equals(name, "Wait")
            || compare.Equals(name, "WaitAll") || compare.Equals(name, "WaitAny");
    }

    // ECMA-335 II.23.2.1: calling convention, (generic parameter count), parameter count, return type
    private Interest OfSignature(BlobReader signature)
    {
        if (signature.Length < 3)
            return Interest.None;
        if ((signature.ReadByte() & (byte)SignatureAttributes.Generic) != 0)
            signature.ReadCompressedInteger();
        signature.ReadCompressedInteger();
        return GivesTask(signature) ? Interest.DropsTask : Interest.None;
    }

    private bool GivesTask(BlobReader type)
    {
        var code = type.ReadByte();
        if (code == (byte)SignatureTypeCode.GenericTypeInstance)
            code = type.ReadByte();
        return code switch
        {
            (byte)SignatureTypeCode.GenericTypeParameter or (byte)SignatureTypeCode.GenericMethodParameter => true, // closed over a task, perhaps
            (byte)SignatureTypeKind.Class or (byte)SignatureTypeKind.ValueType => IsTaskType(type.ReadTypeHandle()),
            _ => false,
        };
    }

    private bool IsTaskType(EntityHandle type)
    {
        if (!taskTypes.TryGetValue(type, out var isTask))
            taskTypes[type] = isTask = IsTaskName(type);
        return isTask;
    }

    private bool IsTaskName(EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                return IsTaskName(metadata.GetTypeReference((TypeReferenceHandle)type).Name);
            case HandleKind.TypeDefinition:
                return IsTaskName(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name);
            case HandleKind.TypeSpecification:
                var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                return blob.Length > 2 && blob.ReadByte() == (byte)SignatureTypeCode.GenericTypeInstance && blob.ReadByte() != 0
                    && blob.ReadTypeHandle() is { Kind: not HandleKind.TypeSpecification } generic && IsTaskType(generic);
            default:
                return false;
        }
    }

    // Task, ValueTask, their awaiters and what ConfigureAwait gives; the exact type is asked of the decoded call.
    private bool IsTaskName(StringHandle name)
    {
        var text = metadata.GetString(name);
        return text.StartsWith("Task", StringComparison.Ordinal) || text.StartsWith("ValueTask", StringComparison.Ordinal) || text.StartsWith("Configured", StringComparison.Ordinal);
    }
}
