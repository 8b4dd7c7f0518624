using System.Reflection.Metadata;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Reading;

/// <summary>Name, version id, target framework and optimisation, from the assembly's own metadata.</summary>
internal static class AssemblyIdentityReader
{
    // ECMA-335 II.21.2.1 lets a compiler switch the JIT's optimizer off; DebuggableAttribute.DebuggingModes.
    private const int DisableOptimizations = 0x100;

    public static AssemblyIdentity Read(OpenedModule module, string? statedFramework)
    {
        var metadata = module.Metadata;
        var framework = statedFramework;
        var optimized = true;
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            switch (AttributeRows.TypeName(metadata, attribute))
            {
                case "TargetFrameworkAttribute":
                    framework ??= Moniker(ReadString(metadata, attribute));
                    break;
                case "DebuggableAttribute":
                    optimized = (ReadModes(metadata, attribute) & DisableOptimizations) == 0;
                    break;
            }
        }

        return new AssemblyIdentity(
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToString("D"),
            framework,
            optimized,
            module.Symbols.Kind);
    }

    /// <summary>Asked before anything is resolved: the target framework says where implementations are. Null where the assembly says nothing.</summary>
    public static string? FrameworkOf(MetadataReader metadata)
    {
        try
        {
            foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
            {
                var attribute = metadata.GetCustomAttribute(handle);
                if (AttributeRows.TypeName(metadata, attribute) == "TargetFrameworkAttribute")
                    return Moniker(ReadString(metadata, attribute));
            }
        }
        catch (BadImageFormatException)
        {
            // A damaged attribute says nothing.
        }

        return null;
    }

    // .NETCoreApp,Version=v10.0 -> net10.0      .NETFramework,Version=v4.7.2 -> net472      .NETStandard,Version=v2.0 -> netstandard2.0
    internal static string? Moniker(string? frameworkName)
    {
        if (frameworkName is null)
            return null;
        var comma = frameworkName.IndexOf(',');
        var mark = frameworkName.IndexOf("Version=v", StringComparison.OrdinalIgnoreCase);
        if (comma < 0 || mark < 0)
            return null;
        var version = frameworkName.Substring(mark + "Version=v".Length).Split(',')[0];
        return frameworkName.Substring(0, comma) switch
        {
            ".NETCoreApp" => (Major(version) >= 5 ? "net" : "netcoreapp") + version,
            ".NETFramework" => "net" + version.Replace(".", ""),
            ".NETStandard" => "netstandard" + version,
            _ => null,
        };
    }

    private static int Major(string version) => int.TryParse(version.Split('.')[0], out var major) ? major : 0;

    private static string? ReadString(MetadataReader metadata, CustomAttribute attribute)
    {
        var blob = metadata.GetBlobReader(attribute.Value);
        return blob.Length > 2 && blob.ReadUInt16() == 1 ? blob.ReadSerializedString() : null;
    }

    // DebuggableAttribute(DebuggingModes) or (bool isJITTrackingEnabled, bool isJITOptimizerDisabled)
    private static int ReadModes(MetadataReader metadata, CustomAttribute attribute)
    {
        var blob = metadata.GetBlobReader(attribute.Value);
        return blob.Length switch
        {
            8 when blob.ReadUInt16() == 1 => blob.ReadInt32(),
            6 when blob.ReadUInt16() == 1 && blob.ReadByte() <= 1 && blob.ReadByte() == 1 => DisableOptimizations,
            _ => 0,
        };
    }
}
