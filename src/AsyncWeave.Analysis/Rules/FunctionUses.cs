using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Where the module makes delegates of its own functions; the scan runs when the first one is asked for.</summary>
internal sealed class FunctionUses(OpenedModule module)
{
    private CodeScan? scan;
    private Dictionary<string, List<int>>? references;

    public MemberInterests Interests { get; } = new(module.Metadata);

    public CodeScan Scan => scan ??= CodeScan.Of(module, Interests);

    public IEnumerable<DelegateUse> Of(MethodDefinition function)
    {
        var users = new SortedSet<int>(Scan.UsersOf[function.MetadataToken.ToInt32()]);
        foreach (var token in ReferencesTo(function))
            users.UnionWith(Scan.UsersOf[token]);
        return users.SelectMany(user => DelegateUse.In(module.Bodies, (MethodDefinition)module.Cecil.LookupToken(user), function));
    }

    // Inside generic types a module names its own functions through member references, generic ones through specifications.
    private List<int> ReferencesTo(MethodDefinition function)
    {
        references ??= Index();
        return references.TryGetValue(function.Name, out var tokens) ? tokens : [];
    }

    private Dictionary<string, List<int>> Index()
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var token in Scan.UsersOf.Select(group => group.Key).Where(token => token >>> 24 != 0x06))
        {
            if (NameOf(token) is not { } name)
                continue;
            if (!index.TryGetValue(name, out var tokens))
                index[name] = tokens = [];
            tokens.Add(token);
        }

        return index;
    }

    private string? NameOf(int token)
    {
        var metadata = module.Metadata;
        var row = token & 0x00FFFFFF;
        switch (token >>> 24)
        {
            case 0x0A when row > 0 && row <= metadata.MemberReferences.Count:
                return metadata.GetString(metadata.GetMemberReference(MetadataTokens.MemberReferenceHandle(row)).Name);
            case 0x06 when row > 0 && row <= metadata.MethodDefinitions.Count:
                return metadata.GetString(metadata.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(row)).Name);
            case 0x2B when row > 0 && row <= metadata.GetTableRowCount(TableIndex.MethodSpec):
                return NameOf(MetadataTokens.GetToken(metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).Method));
            default:
                return null;
        }
    }
}
