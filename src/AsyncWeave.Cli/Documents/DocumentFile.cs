using AsyncWeave.Cli.Terminal;

namespace AsyncWeave.Cli.Documents;

/// <summary>Puts a document where the user wants it: all of it or nothing.</summary>
internal static class DocumentFile
{
    public static void Write(DocumentTarget target, ProcessContext process, Action<Stream> write)
    {
        if (target.IsStandardOutput)
        {
            process.Out.Writer.Flush();
            write(process.RawOut);
            process.RawOut.Flush();
            return;
        }

        try
        {
            WriteFile(process.FullPath(target.Path), write);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException or NotSupportedException || IsPlainIOException(e))
        {
            throw new UsageException($"{target.Path} cannot be written: {e.Message}");
        }
    }

    // A reader never sees half a report, and a failed write leaves the old one.
    private static void WriteFile(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".tmp";
        try
        {
            using (var stream = File.Create(unfinished))
                write(stream);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static bool IsPlainIOException(Exception e) => e.GetType() == typeof(IOException);
}
