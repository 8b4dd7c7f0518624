using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace AsyncWeave.Analysis.Reading;

/// <summary>Finds the PDB that belongs to an image: embedded, or beside it with the same id.</summary>
internal static class SymbolsFinder
{
    public static Symbols Find(PEReader image, AnalysisOptions options)
    {
        var entries = image.ReadDebugDirectory();
        foreach (var entry in entries)
        {
            if (entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
                return new PortableSymbols("embedded", () => image.ReadEmbeddedPortablePdbDebugDirectoryData(entry), options);
        }

        var codeView = entries.FirstOrDefault(e => e.Type == DebugDirectoryEntryType.CodeView);
        return codeView.Type == DebugDirectoryEntryType.CodeView ? BesideTheImage(image, codeView, options) : new NoSymbols("none");
    }

    private static Symbols BesideTheImage(PEReader image, DebugDirectoryEntry entry, AnalysisOptions options)
    {
        var codeView = image.ReadCodeViewDebugDirectoryData(entry);
        var id = new BlobContentId(codeView.Guid, entry.Stamp);
        var kind = "none";
        foreach (var candidate in Candidates(options.AssemblyPath, codeView.Path))
        {
            if (TryRead(candidate) is not { } bytes)
                continue;
            if (IsWindowsPdb(bytes))
                kind = "windows";
            else if (TryOpen(bytes, id) is { } provider)
                return new PortableSymbols("portable", () => provider, options);
        }

        return new NoSymbols(kind);
    }

    /// <summary>Only the assembly's own directory: the path in the image is the compiling machine's, or anybody's.</summary>
    private static IEnumerable<string> Candidates(string assemblyPath, string recordedPath)
    {
        var directory = Path.GetDirectoryName(assemblyPath) ?? "";
        var recordedName = recordedPath.Substring(recordedPath.LastIndexOfAny(['/', '\\']) + 1);
        var ownName = Path.GetFileNameWithoutExtension(assemblyPath) + ".pdb";
        yield return Path.Combine(directory, ownName);
        if (recordedName != ownName && recordedName.Length > 0 && recordedName.IndexOfAny(Path.GetInvalidFileNameChars()) < 0)
            yield return Path.Combine(directory, recordedName);
    }

    private static byte[]? TryRead(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsWindowsPdb(byte[] bytes) =>
        bytes.Length > 16 && System.Text.Encoding.ASCII.GetString(bytes, 0, 16) == "Microsoft C/C++ ";

    /// <summary>Null for a PDB of another build: its lines would be wrong.</summary>
    private static MetadataReaderProvider? TryOpen(byte[] bytes, BlobContentId id)
    {
        var provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
        try
        {
            if (provider.GetMetadataReader().DebugMetadataHeader is { } header && new BlobContentId(header.Id) == id)
                return provider;
        }
        catch (BadImageFormatException)
        {
            // No PDB at all; the same as a missing one.
        }

        provider.Dispose();
        return null;
    }
}
