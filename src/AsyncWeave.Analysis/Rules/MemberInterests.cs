using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AsyncWeave.Analysis.Rules;

/// <summary>What each method token of a module is to the rules, read from its row when it is met first.</summary>
internal sealed class MemberInterests(MetadataReader metadata)
{
    private readonly Interest[] definitions = new Interest[metadata.MethodDefinitions.Count + 1];
    private readonly Interest[] references = new Interest[metadata.MemberReferences.Count + 1];
    private readonly Interest[] specifications = new Interest[metadata.GetTableRowCount(TableIndex.MethodSpec) + 1];
    private readonly TaskNames tasks = new(metadata);

    /// <param name="token">Raw token of a method definition, reference or specification.</param>
    public Interest Of(int token)
    {
        var row = token & 0x00FFFFFF;
        var table = (token >>> 24) switch { 0x06 => definitions, 0x0A => references, 0x2B => specifications, _ => [] };
        if (row == 0 || row >= table.Length)
            return Interest.None;
        if (table[row] == Interest.None)
            table[row] = Read(MetadataTokens.EntityHandle(token)) | Interest.Known;
        return table[row] & ~Interest.Known;
    }

    private Interest Read(EntityHandle method)
    {
        switch (method.Kind)
        {
            case HandleKind.MethodDefinition:
                var definition = metadata.GetMethodDefinition((MethodDefinitionHandle)method);
                return OfSignature(metadata.GetBlobReader(definition.Signature)) | OfName(definition.Name);
            case HandleKind.MemberReference:
                var reference = metadata.GetMemberReference((MemberReferenceHandle)method);
                return reference.GetKind() == MemberReferenceKind.Method
                    ? OfSignature(metadata.GetBlobReader(reference.Signature)) | OfName(reference.Name) | OfMember(reference.Name, reference.Parent)
                    : Interest.None;
            default:
                return Of(MetadataTokens.GetToken(metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method));
        }
    }

    // Awaiters and builders may be the module's own.
    private Interest OfName(StringHandle name)
    {
        var compare = metadata.StringComparer;
        return compare.Equals(name, "GetResult") ? Interest.GetResult : compare.Equals(name, "SetResult") ? Interest.SetResult : Interest.None;
    }

    private Interest OfMember(StringHandle name, EntityHandle type) => metadata.GetString(name) switch
    {
        "get_Result" or "GetResult" or "Wait" or "WaitAll" or "WaitAny" when tasks.IsTask(type) => tasks.IsValueTask(type) ? Interest.Blocks | Interest.AsksValueTask : Interest.Blocks,
        "GetAwaiter" or "ConfigureAwait" or "AsTask" when tasks.IsValueTask(type) => Interest.AsksValueTask,
        "Await" => Interest.AsksValueTask,
        "set_Value" => Interest.SetsAmbient,
        _ => Interest.None,
    };

    // ECMA-335 II.23.2.1: calling convention, (generic parameter count), parameter count, return type
    private Interest OfSignature(BlobReader signature)
    {
        if (signature.Length < 3)
            return Interest.None;
        if ((signature.ReadByte() & (byte)SignatureAttributes.Generic) != 0)
            signature.ReadCompressedInteger();
        signature.ReadCompressedInteger();
        return tasks.IsGiven(signature) ? Interest.DropsTask : Interest.None;
    }
}
