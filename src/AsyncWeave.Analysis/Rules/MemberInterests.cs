using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Rules;

/// <summary>What each method token of a module is to the rules, read from its row when it is met first.</summary>
internal sealed class MemberInterests(OpenedModule module)
{
    private readonly MetadataReader metadata = module.Metadata;
    private readonly Interest[] definitions = new Interest[module.Metadata.MethodDefinitions.Count + 1];
    private readonly Interest[] references = new Interest[module.Metadata.MemberReferences.Count + 1];
    private readonly Interest[] specifications = new Interest[module.Metadata.GetTableRowCount(TableIndex.MethodSpec) + 1];
    private readonly TaskNames tasks = new(module.Metadata);

    /// <summary>Whether the module names a type that could be a task: without one there is nothing to block on and nothing to drop.</summary>
    public bool AnyTask => tasks.Any;

    /// <summary>Tokens of the references, and of their instantiations, that can block: few, and looked for among the tasks' members alone.</summary>
    public HashSet<int> Blocking()
    {
        var tokens = new HashSet<int>();
        var anyGeneric = false;
        foreach (var handle in metadata.MemberReferences)
        {
            var reference = metadata.GetMemberReference(handle);
            if (!tasks.IsTask(reference.Parent) || !Add(MetadataTokens.GetToken(handle)))
                continue;
            anyGeneric |= metadata.GetBlobReader(reference.Signature).ReadSignatureHeader().IsGeneric;
        }

        for (var row = 1; anyGeneric && row < specifications.Length; row++)
        {
            var handle = MetadataTokens.MethodSpecificationHandle(row);
            if (tokens.Contains(MetadataTokens.GetToken(metadata.GetMethodSpecification(handle).Method)))
                Add(MetadataTokens.GetToken(handle));
        }

        return tokens;

        bool Add(int token) => (Of(token) & Interest.Blocks) != 0 && tokens.Add(token);
    }

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

    /// <summary>Whether a call gives a task that is lost where nobody takes it.</summary>
    /// <inheritdoc cref="Of"/>
    public bool GivesTask(int token) => (Of(token) & Interest.MayGiveTask) != 0 && module.Members.MethodOf(token) is { } method && GivesTask(method);

    /// <summary>Whether a field's type could be a task, by its name.</summary>
    /// <param name="token">Raw token of a field's definition or reference.</param>
    public bool MayHoldTask(int token)
    {
        var signature = MetadataTokens.EntityHandle(token) switch
        {
            { Kind: HandleKind.FieldDefinition } field => metadata.GetFieldDefinition((FieldDefinitionHandle)field).Signature,
            { Kind: HandleKind.MemberReference } field => metadata.GetMemberReference((MemberReferenceHandle)field).Signature,
            _ => default,
        };
        var type = metadata.GetBlobReader(signature);
        return type.Length > 1 && type.ReadByte() == (byte)SignatureKind.Field && tasks.IsGiven(type);
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

    private static bool GivesTask(NamedMethod method)
    {
        // What GetResult gives is the result of an await: a task from Task.WhenAny, long complete.
        if (method.Name == "GetResult" || method.Name.StartsWith("get_", StringComparison.Ordinal) || method.DeclaringType?.SimpleName == "AsyncHelpers")
            return false;
        var result = method.Result();
        return TaskTypes.IsTaskLike(result) || TaskTypes.IsConfigured(result);
    }

    // Awaiters and builders may be the module's own.
    private Interest OfName(StringHandle name)
    {
        var compare = metadata.StringComparer;
        return compare.Equals(name, "GetResult") ? Interest.GetResult : compare.Equals(name, "SetResult") ? Interest.SetResult : Interest.None;
    }

    private Interest OfMember(StringHandle name, EntityHandle type)
    {
        var compare = metadata.StringComparer;
        if (compare.Equals(name, "Await"))
            return Interest.AsksValueTask;
        if (compare.Equals(name, "set_Value"))
            return Interest.SetsAmbient;
        if (!tasks.IsTask(type))
            return Interest.None;
        var ofValueTask = tasks.IsValueTask(type) ? Interest.AsksValueTask : Interest.None;
        return metadata.GetString(name) switch
        {
            "get_Result" or "GetResult" or "Wait" or "WaitAll" or "WaitAny" => Interest.Blocks | ofValueTask,
            "GetAwaiter" or "ConfigureAwait" or "AsTask" => ofValueTask,
            _ => Interest.None,
        };
    }

    // ECMA-335 II.23.2.1: calling convention, (generic parameter count), parameter count, return type
    private Interest OfSignature(BlobReader signature)
    {
        if (signature.Length < 3)
            return Interest.None;
        if ((signature.ReadByte() & (byte)SignatureAttributes.Generic) != 0)
            signature.ReadCompressedInteger();
        signature.ReadCompressedInteger();
        return tasks.IsGiven(signature) ? Interest.MayGiveTask : Interest.None;
    }
}
