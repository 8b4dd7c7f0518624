using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AsyncWeave.Bench.Speed;

/// <summary>
/// The least that any scan has to do, with System.Reflection.Metadata alone: find the state machines, read their fields and symbols, count
/// the await calls. No layout, no names, no report.
/// </summary>
internal static class Floor
{
    /// <summary>Await calls.</summary>
    public static int Run(Workload workload) => workload.Assemblies.Sum(Scan);

    private static int Scan(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        if (!image.HasMetadata)
            return 0;
        var metadata = image.GetMetadataReader();
        var awaits = AwaitCalls(metadata);
        if (awaits.Count == 0)
            return 0;
        using var symbols = OpenSymbols(image, path);
        var count = 0;
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (!IsStateMachine(metadata, type))
                continue;
            ReadFields(metadata, type);
            count += ReadMoveNext(image, metadata, type, awaits, symbols?.GetMetadataReader());
        }

        return count;
    }

    private static HashSet<int> AwaitCalls(MetadataReader metadata)
    {
        var calls = new HashSet<int>();
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            var handle = MetadataTokens.MethodSpecificationHandle(row);
            var method = metadata.GetMethodSpecification(handle).Method;
            var name = method.Kind == HandleKind.MemberReference
                ? metadata.GetMemberReference((MemberReferenceHandle)method).Name
                : metadata.GetMethodDefinition((MethodDefinitionHandle)method).Name;
            if (metadata.StringComparer.Equals(name, "AwaitUnsafeOnCompleted") || metadata.StringComparer.Equals(name, "AwaitOnCompleted"))
                calls.Add(MetadataTokens.GetToken(handle));
        }

        return calls;
    }

    private static bool IsStateMachine(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var handle in type.GetInterfaceImplementations())
        {
            var name = metadata.GetInterfaceImplementation(handle).Interface switch
            {
                { Kind: HandleKind.TypeReference } reference => metadata.GetTypeReference((TypeReferenceHandle)reference).Name,
                { Kind: HandleKind.TypeDefinition } definition => metadata.GetTypeDefinition((TypeDefinitionHandle)definition).Name,
                _ => default,
            };
            if (!name.IsNil && metadata.StringComparer.Equals(name, "IAsyncStateMachine"))
                return true;
        }

        return false;
    }

    private static void ReadFields(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var handle in type.GetFields())
        {
            var field = metadata.GetFieldDefinition(handle);
            metadata.GetString(field.Name);
            field.DecodeSignature(TypeNames.Instance, null);
        }
    }

    private static int ReadMoveNext(PEReader image, MetadataReader metadata, TypeDefinition type, HashSet<int> awaits, MetadataReader? symbols)
    {
        foreach (var handle in type.GetMethods())
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0 || !metadata.StringComparer.Equals(method.Name, "MoveNext"))
                continue;
            if (symbols is not null)
                ReadSequencePoints(symbols, handle);
            return IlCalls.Count(image.GetMethodBody(method.RelativeVirtualAddress).GetILReader(), awaits);
        }

        return 0;
    }

    private static void ReadSequencePoints(MetadataReader symbols, MethodDefinitionHandle method)
    {
        var information = symbols.GetMethodDebugInformation(method);
        foreach (var point in information.GetSequencePoints())
            _ = point.StartLine;
        if (!information.Document.IsNil)
            symbols.GetString(symbols.GetDocument(information.Document).Name);
        foreach (var handle in symbols.GetCustomDebugInformation(MetadataTokens.EntityHandle(MetadataTokens.GetToken(method))))
            symbols.GetBlobBytes(symbols.GetCustomDebugInformation(handle).Value);
    }

    private static MetadataReaderProvider? OpenSymbols(PEReader image, string path) =>
        image.TryOpenAssociatedPortablePdb(path, file => File.Exists(file) ? File.OpenRead(file) : null, out var symbols, out _) ? symbols : null;
}
