namespace AsyncWeave.Tasks;

/// <summary>Files that other targets and other builds compare by time: written only when their content differs.</summary>
internal static class OutputFile
{
    /// <returns>True when the file was written.</returns>
    public static bool WriteIfDifferent(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Replaced in one step: a reader, or a build that is stopped here, never sees half a report.
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            if (!WriteWhatDiffers(path, temporary, write))
                return false;
            Replace(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    }

    private static bool WriteWhatDiffers(string path, string temporary, Action<Stream> write)
    {
        using var content = new DifferingContent(path, temporary);
        write(content);
        return content.Differs();
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
