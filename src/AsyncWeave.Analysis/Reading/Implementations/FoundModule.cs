using Mono.Cecil;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>A module that stands for an assembly name, and where it was found. Both readers see the same bytes.</summary>
internal sealed class FoundModule(ModuleFile file, ModuleRows rows, LayoutSource source) : IDisposable
{
    private Dictionary<(string Namespace, string Name), ExportedType>? forwarders;

    public LayoutSource Source => source;

    public ModuleRows Rows => rows;

    /// <summary>For those who ask more than rows tell; opened on first use.</summary>
    public ModuleDefinition Module => file.Cecil;

    /// <summary>Top-level types that the module forwards, by namespace and name; Cecil's own search walks all of them.</summary>
    public Dictionary<(string Namespace, string Name), ExportedType> Forwarders => forwarders ??= ForwardersOf(Module);

    public void Dispose() => file.Dispose();

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
