using System.Globalization;

namespace AsyncWeave.Tasks;

/// <summary>A file's length and time, or that there is none: enough to tell whether it changed, without reading it.</summary>
internal static class FileStamp
{
    public static string Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists
            ? string.Format(CultureInfo.InvariantCulture, "{0}|{1}|{2}", path, file.Length, file.LastWriteTimeUtc.Ticks)
            : path;
    }

    /// <summary>Whether the file is still as it was when the stamp was taken.</summary>
    public static bool IsCurrent(string stamp)
    {
        var end = stamp.IndexOf('|');
        return Of(end < 0 ? stamp : stamp.Substring(0, end)) == stamp;
    }
}
