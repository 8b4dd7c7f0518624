using Mono.Cecil;

namespace AsyncWeave.PrivateNames;

/// <summary>Assemblies that refer to each other and are renamed together.</summary>
internal sealed class AssemblyClosure
{
    private readonly IReadOnlyList<AssemblyDefinition> assemblies;

    private AssemblyClosure(IReadOnlyList<AssemblyDefinition> assemblies) => this.assemblies = assemblies;

    public static AssemblyClosure Read(IEnumerable<string> files) =>
        new(files.Select(file => AssemblyDefinition.ReadAssembly(file, new ReaderParameters { InMemory = true })).ToList());

    /// <summary>Puts the prefix before every name that does not begin with it, in the definitions and wherever they are referred to.</summary>
    public void RenameForeign(string prefix)
    {
        var foreign = assemblies.Where(assembly => !assembly.Name.Name.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(assembly => assembly.Name.Name, StringComparer.OrdinalIgnoreCase);

        foreach (var reference in assemblies.SelectMany(assembly => assembly.Modules).SelectMany(module => module.AssemblyReferences))
        {
            if (foreign.TryGetValue(reference.Name, out var target))
                PointAt(reference, prefix + target.Name.Name, target.Name.Version);
        }

        foreach (var assembly in foreign.Values)
            Rename(assembly, prefix + assembly.Name.Name);
    }

    public void Write(string folder)
    {
        // The same input gives the same bytes.
        var parameters = new WriterParameters { DeterministicMvid = true, Timestamp = 0 };
        foreach (var assembly in assemblies)
            assembly.Write(Path.Combine(folder, assembly.Name.Name + ".dll"), parameters);
    }

    /// <summary>At the version that is there: nothing is left for a binding redirect, which a task cannot have.</summary>
    private static void PointAt(AssemblyNameReference reference, string name, Version version)
    {
        reference.Name = name;
        reference.Version = version;
        reference.PublicKeyToken = [];
    }

    /// <summary>Without the strong name, which was for the bytes as their publisher signed them.</summary>
    private static void Rename(AssemblyDefinition assembly, string name)
    {
        assembly.Name.Name = name;
        assembly.Name.PublicKey = [];
        assembly.Name.HasPublicKey = false;
        assembly.MainModule.Name = name + ".dll";
        assembly.MainModule.Attributes &= ~ModuleAttributes.StrongNameSigned;
    }
}
