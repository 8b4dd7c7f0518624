using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace AsyncWeave.Analysis.Reading.Implementations;

/// <summary>An implementation file, open without keeping others from replacing it.</summary>
internal sealed class ModuleFile : IDisposable
{
    private readonly PEReader image;
    private readonly MetadataReader metadata;

    private ModuleFile(PEReader image, ForwardingResolver types)
    {
        this.image = image;
        metadata = image.GetMetadataReader();
        Rows = new ModuleRows(image, metadata, types);
    }

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
    public static ModuleFile? TryOpen(string path, ForwardingResolver types)
    {
        PEReader? image = null;
        try
        {
            image = new PEReader(Open(path));
            return Checked(new ModuleFile(image, types));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The reader answers damaged tables with whatever it trips over; such a file is as good as missing.
            image?.Dispose();
            return null;
        }
    }

    /// <summary>
    /// For files of unknown origin: a dependency may lie as well as the analysed assembly, and what would overflow the stack or take
    /// gigabytes has to be found before it is read. Null for what is no .NET assembly or cannot be trusted.
    /// </summary>
    public static ModuleFile? TryOpenChecked(string path, ForwardingResolver types)
    {
        PEReader? image = null;
        try
        {
            image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(File.ReadAllBytes(path)));
            MetadataSanity.Check(image.GetMetadataReader());
            return Checked(new ModuleFile(image, types));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            image?.Dispose();
            return null;
        }
    }

    /// <param name="bytes">The whole file. Null for what is no .NET assembly.</param>
    public static ModuleFile? TryOpen(Stream bytes, ForwardingResolver types)
    {
        PEReader? image = null;
        try
        {
            using var copy = new MemoryStream();
            using (bytes)
                bytes.CopyTo(copy);
            image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(copy.ToArray()));
            return Checked(new ModuleFile(image, types));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            image?.Dispose();
            return null;
        }
    }

    public void Dispose() => image.Dispose();

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    private static ModuleFile Checked(ModuleFile file) => file.metadata.IsAssembly ? file : throw new BadImageFormatException("a netmodule");
}
