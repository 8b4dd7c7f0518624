using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Finds the definition behind a type name in an attribute: <c>Ns.Outer+&lt;M&gt;d__3`1</c>, with or without an assembly.</summary>
internal sealed class TypeNames(MetadataReader metadata)
{
    private Dictionary<string, TypeDefinitionHandle>? all;

    /// <summary>Nil where the module has no such type.</summary>
    public TypeDefinitionHandle Find(MethodDefinitionHandle kickoff, string serializedName)
    {
        var name = WithoutAssembly(serializedName);
        return FindNested(kickoff, name) is { IsNil: false } nested ? nested : FindAnywhere(name);
    }

    /// <summary>Compilers nest the state machine in the kickoff's own type.</summary>
    private TypeDefinitionHandle FindNested(MethodDefinitionHandle kickoff, string name)
    {
        var simpleName = name.Substring(name.LastIndexOf('+') + 1);
        var declaring = metadata.GetMethodDefinition(kickoff).GetDeclaringType();
        foreach (var candidate in metadata.GetTypeDefinition(declaring).GetNestedTypes())
        {
            if (metadata.StringComparer.Equals(metadata.GetTypeDefinition(candidate).Name, simpleName))
                return candidate;
        }

        return default;
    }

    private TypeDefinitionHandle FindAnywhere(string name)
    {
        all ??= IndexAll();
        return all.TryGetValue(name, out var found) ? found : default;
    }

    private Dictionary<string, TypeDefinitionHandle> IndexAll()
    {
        var index = new Dictionary<string, TypeDefinitionHandle>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeDefinitions)
            index[FullName(handle)] = handle;
        return index;
    }

    private string FullName(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
            return FullName(outer) + "+" + name;
        return type.Namespace.IsNil ? name : metadata.GetString(type.Namespace) + "." + name;
    }

    private static string WithoutAssembly(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == ',' && (i == 0 || name[i - 1] != '\\'))
                return name.Substring(0, i).Replace("\\", "");
        }

        return name.Replace("\\", "");
    }
}
