namespace AsyncWeave.Tasks;

/// <summary>Files that other targets and other builds compare by time: written only when their content differs.</summary>
internal static class OutputFile
{
    /// <returns>True when the file was written.</returns>
    public static bool WriteIfDifferent(string path, Action<Stream> write)
    {
        var content = new MemoryStream();
        write(content);
        if (Holds(path, content))
            return false;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Replaced in one step: a reader, or a build that is stopped here, never sees half a report.
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (var file = File.Create(temporary))
                content.WriteTo(file);
            Replace(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    }

    private static bool Holds(string path, MemoryStream content)
    {
        var file = new FileInfo(path);
        return file.Exists
            && file.Length == content.Length
            && File.ReadAllBytes(path).AsSpan().SequenceEqual(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static void Replace(string source, string target)
    {
#if NET
        File.Move(source, target, overwrite: true);
#else
        if (File.Exists(target))
            File.Replace(source, target, destinationBackupFileName: null);
        else
            File.Move(source, target);
#endif
    }
}
