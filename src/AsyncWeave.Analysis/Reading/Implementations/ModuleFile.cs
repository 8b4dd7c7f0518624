using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Mono.Cecil;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>An implementation file, open without keeping others from replacing it.</summary>
internal sealed class ModuleFile : IDisposable
{
    private readonly PEReader image;
    private readonly MetadataReader metadata;
    private readonly Lazy<ModuleDefinition> cecil;

    private ModuleFile(PEReader image, Func<Stream> open, IAssemblyResolver assemblies, ForwardingResolver types)
    {
        this.image = image;
        metadata = image.GetMetadataReader();
        Rows = new ModuleRows(image, metadata, types);
        cecil = new(() => ModuleDefinition.ReadModule(open(), new ReaderParameters(ReadingMode.Deferred)
        {
            AssemblyResolver = assemblies,
            MetadataResolver = types,
            ReadSymbols = false,
        }));
    }

    /// <summary>As Cecil sees it, opened on first use.</summary>
    public ModuleDefinition Cecil => cecil.Value;

    /// <summary>The same by its rows.</summary>
    public ModuleRows Rows { get; }

    /// <summary>Whether the file says of itself that it has signatures only.</summary>
    public bool IsReferenceAssembly
    {
        get
        {
            foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
            {
                if (AttributeRows.TypeName(metadata, metadata.GetCustomAttribute(handle)) == "ReferenceAssemblyAttribute")
                    return true;
            }

            return false;
        }
    }

    /// <summary>Null for what is no .NET assembly.</summary>
    public static ModuleFile? TryOpen(string path, IAssemblyResolver assemblies, ForwardingResolver types)
    {
        PEReader? image = null;
        try
        {
            image = new PEReader(Open(path));
            return Checked(new ModuleFile(image, () => Open(path), assemblies, types));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The readers answer damaged tables with whatever they trip over; such a file is as good as missing.
            image?.Dispose();
            return null;
        }
    }

    /// <summary>
    /// For files of unknown origin: a dependency may lie as well as the analysed assembly, and what would overflow the stack or take
    /// gigabytes has to be found before it is read. Null for what is no .NET assembly or cannot be trusted.
    /// </summary>
    public static ModuleFile? TryOpenChecked(string path, IAssemblyResolver assemblies, ForwardingResolver types)
    {
        PEReader? image = null;
        try
        {
            var bytes = File.ReadAllBytes(path);
            image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            MetadataSanity.Check(image.GetMetadataReader());
            return Checked(new ModuleFile(image, () => new MemoryStream(bytes, writable: false), assemblies, types));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            image?.Dispose();
            return null;
        }
    }

    /// <param name="bytes">The whole file. Null for what is no .NET assembly.</param>
    public static ModuleFile? TryOpen(Stream bytes, IAssemblyResolver assemblies, ForwardingResolver types)
    {
        PEReader? image = null;
        try
        {
            using var copy = new MemoryStream();
            using (bytes)
                bytes.CopyTo(copy);
            var content = copy.ToArray();
            image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(content));
            return Checked(new ModuleFile(image, () => new MemoryStream(content, writable: false), assemblies, types));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            image?.Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        if (cecil.IsValueCreated)
            cecil.Value.Dispose();
        image.Dispose();
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    private static ModuleFile Checked(ModuleFile file) => file.metadata.IsAssembly ? file : throw new BadImageFormatException("a netmodule");
}
