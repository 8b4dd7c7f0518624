using System.Globalization;
using System.Text;

namespace AsyncWeave.Report;

/// <summary>Paths of reports as URI references, RFC 3986.</summary>
internal static class RelativeUri
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    public static string Of(string path)
    {
        var uri = new StringBuilder(path.Length);
        foreach (var b in Encoding.UTF8.GetBytes(path.Replace('\\', '/')))
        {
            if (b < 128 && Unreserved.IndexOf((char)b) >= 0)
                uri.Append((char)b);
            else
                uri.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return uri.ToString();
    }

    /// <summary>A path that starts at a root has no place in the repository.</summary>
    public static bool IsRelative(string path) =>
        path.Length > 0 && path[0] is not ('/' or '\\') && !(path.Length > 1 && path[1] == ':');
}
