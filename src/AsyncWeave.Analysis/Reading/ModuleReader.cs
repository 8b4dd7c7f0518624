using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AsyncWeave.Analysis.Reading;

/// <summary>
/// Opens an assembly. Of the file only those parts are read that somebody asks for, and it is open as long as the
/// module is: others may read and delete it meanwhile.
/// </summary>
internal static class ModuleReader
{
    /// <exception cref="UnreadableAssemblyException">The file is missing, not .NET, or its metadata cannot be trusted.</exception>
    public static ModuleImage Read(string path)
    {
        var file = OpenFile(path);
        PEReader? image = null;
        try
        {
            image = new PEReader(file);
            RefuseWhatIsNoAssembly(image, path);
            var metadata = image.GetMetadataReader();
            MetadataSanity.Check(metadata);
            return metadata.IsAssembly
                ? new ModuleImage(path, image, metadata)
                : throw new UnreadableAssemblyException($"{NameOf(path)} is a netmodule, not an assembly; scan the assembly that it is linked into");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            image?.Dispose();
            file.Dispose();
            throw fault as UnreadableAssemblyException ?? Damaged(path, fault);
        }
    }

    /// <param name="image">Closed with the module, or where that cannot be opened.</param>
    /// <exception cref="UnreadableAssemblyException">The image is damaged.</exception>
    public static OpenedModule Open(ModuleImage image, AnalysisOptions options, ImplementationResolver resolver)
    {
        try
        {
            return new OpenedModule(image.Path, image.Reader, image.Metadata, SymbolsFinder.Find(image.Reader, options), resolver.Types);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            image.Dispose();
            throw Damaged(image.Path, fault);
        }
    }

    // The reader answers damaged tables with whatever it trips over: BadImageFormat, IndexOutOfRange, Overflow...
    private static UnreadableAssemblyException Damaged(string path, Exception fault) => new($"{NameOf(path)} is damaged: {FirstLine(fault.Message)}", fault);

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableAssemblyException($"{NameOf(path)} does not exist", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UnreadableAssemblyException($"{NameOf(path)} cannot be opened: {FirstLine(fault.Message)}", fault);
        }
    }

    private static void RefuseWhatIsNoAssembly(PEReader image, string path)
    {
        PEHeaders headers;
        try
        {
            headers = image.PEHeaders;
        }
        catch (BadImageFormatException fault)
        {
            throw StartsLikeAnExecutable(image)
                ? new UnreadableAssemblyException($"{NameOf(path)} is damaged: its headers cannot be read", fault)
                : new UnreadableAssemblyException($"{NameOf(path)} is not a .NET assembly: it is no portable executable", fault) { IsNotDotNet = true };
        }

        if (headers.CorHeader is null)
            throw new UnreadableAssemblyException($"{NameOf(path)} is not a .NET assembly: it is native code without a CLI header") { IsNotDotNet = true };
        if (!image.HasMetadata)
            throw new UnreadableAssemblyException($"{NameOf(path)} is damaged: its CLI header points to no metadata");
    }

    /// <summary>A truncated .NET file still begins with <c>MZ</c>; a text file or an ELF library does not.</summary>
    private static bool StartsLikeAnExecutable(PEReader image)
    {
        var start = image.GetEntireImage();
        return start.Length >= 2 && start.GetReader(0, 2).ReadUInt16() == 0x5A4D;
    }

    private static string NameOf(string path) => Path.GetFileName(path);

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd();
}
