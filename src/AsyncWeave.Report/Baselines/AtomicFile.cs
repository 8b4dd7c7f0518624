namespace AsyncWeave.Report.Baselines;

/// <summary>Files that others may be reading: replaced in one step, and only where their content differs.</summary>
internal static class AtomicFile
{
    /// <param name="old">The file's present content; null where there is none.</param>
    public static bool Replace(string path, byte[]? old, byte[] content)
    {
        if (old is not null && old.SequenceEqual(content))
            return false;
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        File.WriteAllBytes(temporary, content);
        try
        {
            if (old is null)
                File.Move(temporary, path);
            else
                File.Replace(temporary, path, null);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    }
}
