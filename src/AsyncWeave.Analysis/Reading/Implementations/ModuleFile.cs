using Mono.Cecil;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>Opens implementation files: deferred, and without keeping others from replacing them.</summary>
internal static class ModuleFile
{
    /// <summary>Null for what is no .NET assembly.</summary>
    public static ModuleDefinition? TryOpen(string path, IAssemblyResolver assemblies, IMetadataResolver types)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return TryOpen(stream, assemblies, types);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            stream?.Dispose();
            return null;
        }
    }

    public static ModuleDefinition? TryOpen(Stream stream, IAssemblyResolver assemblies, IMetadataResolver types)
    {
        try
        {
            var module = ModuleDefinition.ReadModule(stream, new ReaderParameters(ReadingMode.Deferred)
            {
                AssemblyResolver = assemblies,
                MetadataResolver = types,
                ReadSymbols = false,
            });
            if (module.Assembly is not null)
                return module;
            module.Dispose();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Cecil answers damaged tables with whatever it trips over; such a file is as good as missing.
        }

        stream.Dispose();
        return null;
    }

    public static bool IsReferenceAssembly(ModuleDefinition module)
    {
        if (!module.Assembly.HasCustomAttributes)
            return false;
        foreach (var attribute in module.Assembly.CustomAttributes)
        {
            var type = attribute.AttributeType;
            if (type.Name == "ReferenceAssemblyAttribute" && type.Namespace == "System.Runtime.CompilerServices")
                return true;
        }

        return false;
    }
}
