using Mono.Cecil;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>A module that stands for an assembly name, and where it was found.</summary>
internal sealed record FoundModule(ModuleDefinition Module, LayoutSource Source)
{
    /// <summary>Top-level types that the module forwards, by namespace and name; Cecil's own search walks all of them.</summary>
    public Dictionary<(string Namespace, string Name), ExportedType> Forwarders { get; } = ForwardersOf(Module);

    private static Dictionary<(string, string), ExportedType> ForwardersOf(ModuleDefinition module)
    {
        var forwarders = new Dictionary<(string, string), ExportedType>();
        if (!module.HasExportedTypes)
            return forwarders;
        foreach (var type in module.ExportedTypes)
        {
            var key = (type.Namespace, type.Name);
            if (type.DeclaringType is null && !forwarders.ContainsKey(key))
                forwarders.Add(key, type);
        }

        return forwarders;
    }
}
