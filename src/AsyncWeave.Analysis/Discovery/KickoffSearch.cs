using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>
/// Finds the kickoff of a state machine that no attribute names: by <c>builder.Start&lt;TStateMachine&gt;</c>,
/// and for iterators by the <c>newobj</c> of the machine. One pass over the module's IL, and only where something is missing.
/// </summary>
internal static class KickoffSearch
{
    private const byte Call = 0x28;
    private const byte NewObject = 0x73;

    public static IEnumerable<StateMachinePair> Find(PEReader image, MetadataReader metadata, IReadOnlyDictionary<TypeDefinitionHandle, MethodKind> unclaimed)
    {
        if (unclaimed.Count == 0)
            yield break;

        var starts = StartInstantiations.Of(metadata, unclaimed);
        var made = Constructors(metadata, unclaimed);
        var paired = new HashSet<TypeDefinitionHandle>();
        foreach (var method in metadata.MethodDefinitions)
        {
            foreach (var machine in MachinesStartedIn(image, metadata, method, starts, made))
            {
                if (metadata.GetMethodDefinition(method).GetDeclaringType() != machine && paired.Add(machine))
                    yield return new StateMachinePair(method, machine, unclaimed[machine]);
            }
        }
    }

    private static Dictionary<int, TypeDefinitionHandle> Constructors(MetadataReader metadata, IReadOnlyDictionary<TypeDefinitionHandle, MethodKind> unclaimed)
    {
        var tokens = new Dictionary<int, TypeDefinitionHandle>();
        foreach (var machine in unclaimed.Where(pair => pair.Value is MethodKind.Iterator or MethodKind.AsyncIterator).Select(pair => pair.Key))
        {
            foreach (var method in metadata.GetTypeDefinition(machine).GetMethods())
            {
                if (metadata.StringComparer.Equals(metadata.GetMethodDefinition(method).Name, ".ctor"))
                    tokens[MetadataTokens.GetToken(method)] = machine;
            }
        }

        // A generic machine is made through a reference to its own constructor.
        foreach (var handle in tokens.Count == 0 ? [] : metadata.MemberReferences)
        {
            var reference = metadata.GetMemberReference(handle);
            if (metadata.StringComparer.Equals(reference.Name, ".ctor") && StartInstantiations.DefinitionOf(metadata, reference.Parent) is { } type && tokens.ContainsValue(type))
                tokens[MetadataTokens.GetToken(handle)] = type;
        }

        return tokens;
    }

    private static IEnumerable<TypeDefinitionHandle> MachinesStartedIn(PEReader image, MetadataReader metadata, MethodDefinitionHandle method,
        Dictionary<int, TypeDefinitionHandle> starts, Dictionary<int, TypeDefinitionHandle> made)
    {
        var address = metadata.GetMethodDefinition(method).RelativeVirtualAddress;
        if (address == 0)
            yield break;

        var il = image.GetMethodBody(address).GetILBytes() ?? [];
        for (var i = 0; i + 4 < il.Length; i++)
        {
            if (il[i] is not (Call or NewObject))
                continue;
            var token = il[i + 1] | il[i + 2] << 8 | il[i + 3] << 16 | il[i + 4] << 24;
            if ((il[i] == Call ? starts : made).TryGetValue(token, out var machine))
                yield return machine;
        }
    }
}
