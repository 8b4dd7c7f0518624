using System.Reflection.Metadata;
using System.Security.Cryptography;

namespace AsyncWeave.Analysis.Reading;

/// <summary>The documents of a PDB: their names as reports show them, and their text where it is at hand.</summary>
internal sealed class SourceDocuments
{
    private static readonly Guid Sha1 = new("ff1816ec-aa5e-4d10-87f7-6f4963833460");
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");

    // Bytes; no source that a person wrote comes near.
    private const int LargestSource = 16 << 20;

    private readonly MetadataReader pdb;
    private readonly SourcePaths paths;
    private readonly Dictionary<DocumentHandle, string> names = [];
    private readonly Dictionary<string, SourceText?> texts = new(StringComparer.Ordinal);

    public SourceDocuments(MetadataReader pdb, AnalysisOptions options)
    {
        this.pdb = pdb;
        paths = SourcePaths.Of(pdb.Documents.Select(RecordedPath).ToList(), options);
    }

    public string NameOf(DocumentHandle document)
    {
        if (!names.TryGetValue(document, out var name))
            names[document] = name = paths.Shown(RecordedPath(document));
        return name;
    }

    public SourceText? SourceOf(string shownName)
    {
        if (!texts.TryGetValue(shownName, out var text))
            texts[shownName] = text = Read(shownName);
        return text;
    }

    private string RecordedPath(DocumentHandle document) => pdb.GetString(pdb.GetDocument(document).Name);

    private SourceText? Read(string shownName)
    {
        foreach (var handle in pdb.Documents)
        {
            if (NameOf(handle) != shownName)
                continue;
            var bytes = Recorded(handle, TryReadFile(paths.OnDisk(RecordedPath(handle)))) ?? Recorded(handle, EmbeddedSource.Of(pdb, handle, LargestSource));
            if (bytes is not null)
                return new SourceText(Lines(bytes));
        }

        return null;
    }

    private static byte[]? TryReadFile(string path)
    {
        try
        {
            // The path is whatever the symbols say: a device or a pipe has no length and would never end.
            return new FileInfo(path) is { Exists: true, Length: > 0 and <= LargestSource } ? File.ReadAllBytes(path) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private byte[]? Recorded(DocumentHandle document, byte[]? bytes) => bytes is not null && HasRecordedChecksum(pdb.GetDocument(document), bytes) ? bytes : null;

    private bool HasRecordedChecksum(Document document, byte[] bytes)
    {
        var algorithm = pdb.GetGuid(document.HashAlgorithm);
        using HashAlgorithm? hash = algorithm == Sha256 ? SHA256.Create() : algorithm == Sha1 ? SHA1.Create() : null;
        return hash is not null && pdb.GetBlobBytes(document.Hash).AsSpan().SequenceEqual(hash.ComputeHash(bytes));
    }

    private static List<string> Lines(byte[] bytes)
    {
        var lines = new List<string>();
        using var reader = new StreamReader(new MemoryStream(bytes), detectEncodingFromByteOrderMarks: true);
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}
