using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Mono.Cecil;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;

namespace AsyncWeave.Analysis.Reading;

/// <summary>Opens an assembly for both readers over one copy of its bytes; the file is not held open.</summary>
internal static class ModuleReader
{
    /// <exception cref="UnreadableAssemblyException">The file is missing, not .NET, or its metadata cannot be trusted.</exception>
    public static OpenedModule Open(AnalysisOptions options, IAssemblyResolver assemblies, IMetadataResolver types)
    {
        var path = options.AssemblyPath;
        var bytes = ReadBytes(path);
        PEReader? image = null;
        try
        {
            image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            RefuseWhatIsNoAssembly(image, path);
            var metadata = image.GetMetadataReader();
            MetadataSanity.Check(metadata);
            if (!metadata.IsAssembly)
                throw new UnreadableAssemblyException($"{NameOf(path)} is a netmodule, not an assembly; scan the assembly that it is linked into");

            var cecil = new Lazy<ModuleDefinition>(() => ModuleDefinition.ReadModule(new MemoryStream(bytes, writable: false), Parameters(assemblies, types)));
            return new OpenedModule(path, image, metadata, cecil, SymbolsFinder.Find(image, options));
        }
        catch (UnreadableAssemblyException)
        {
            image?.Dispose();
            throw;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Both readers answer damaged tables with whatever they trip over: BadImageFormat, IndexOutOfRange, Overflow...
            image?.Dispose();
            throw new UnreadableAssemblyException($"{NameOf(path)} is damaged: {FirstLine(fault.Message)}", fault);
        }
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
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

    private static ReaderParameters Parameters(IAssemblyResolver assemblies, IMetadataResolver types) => new(ReadingMode.Deferred)
    {
        AssemblyResolver = assemblies,
        MetadataResolver = types,
        ReadSymbols = false,
    };

    private static string NameOf(string path) => Path.GetFileName(path);

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd();
}
