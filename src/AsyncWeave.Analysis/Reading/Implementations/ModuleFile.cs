using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Mono.Cecil;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;

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

    /// <summary>
    /// For files of unknown origin: a dependency may lie as well as the analysed assembly, and what would overflow the stack or take
    /// gigabytes has to be found before Cecil reads it. Null for what is no .NET assembly or cannot be trusted.
    /// </summary>
    public static ModuleDefinition? TryOpenChecked(string path, IAssemblyResolver assemblies, IMetadataResolver types)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            MetadataSanity.Check(image.GetMetadataReader());
            return TryOpen(new MemoryStream(bytes, writable: false), assemblies, types);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The reader, too, answers damaged tables with whatever it trips over.
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
        try
        {
            return module.Assembly.CustomAttributes.Any(attribute =>
                attribute.AttributeType is { Name: "ReferenceAssemblyAttribute", Namespace: "System.Runtime.CompilerServices" });
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Damaged attributes say nothing.
            return false;
        }
    }
}
