using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Where the module makes delegates of its own functions; its code is searched when the first one is asked for.</summary>
internal sealed class FunctionUses(OpenedModule module)
{
    private readonly Dictionary<int, List<DelegateUse>> usesIn = [];
    private IReadOnlyDictionary<int, List<int>>? users;
    private Dictionary<string, List<int>>? references;

    // Tokens of the methods that load a function, by the function's token as it stands in the code.
    private IReadOnlyDictionary<int, List<int>> Users => users ??= FunctionScan.Of(module);

    public IEnumerable<DelegateUse> Of(MethodDefinitionHandle function)
    {
        var name = module.NameOf(function);
        var type = module.Signatures.Types.Of(module.Metadata.GetMethodDefinition(function).GetDeclaringType()).FullName;
        var candidates = new SortedSet<int>(UsersOf(MetadataTokens.GetToken(function)));
        foreach (var token in ReferencesTo(name))
            candidates.UnionWith(UsersOf(token));
        return candidates.SelectMany(In).Where(use => use.Function.Name == name && use.Function.DeclaringName == type);
    }

    private List<int> UsersOf(int function) => Users.TryGetValue(function, out var found) ? found : [];

    private List<DelegateUse> In(int user)
    {
        if (!usesIn.TryGetValue(user, out var uses))
            usesIn[user] = uses = [.. DelegateUse.In(module.Members, module.Bodies.Decode(MetadataTokens.MethodDefinitionHandle(user & 0x00FFFFFF)))];
        return uses;
    }

    // Inside generic types a module names its own functions through member references, generic ones through specifications.
    private List<int> ReferencesTo(string function)
    {
        references ??= Index();
        return references.TryGetValue(function, out var tokens) ? tokens : [];
    }

    private Dictionary<string, List<int>> Index()
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var token in Users.Keys.Where(token => token >>> 24 != 0x06))
        {
            if (module.Members.MethodOf(token)?.Name is not { } name)
                continue;
            if (!index.TryGetValue(name, out var tokens))
                index[name] = tokens = [];
            tokens.Add(token);
        }

        return index;
    }
}
