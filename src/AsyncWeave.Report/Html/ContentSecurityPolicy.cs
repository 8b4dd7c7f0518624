using System.Security.Cryptography;
using System.Text;

namespace AsyncWeave.Report.Html;

/// <summary>Nothing loads and nothing runs but the page's own scripts and style, named by their hashes.</summary>
internal static class ContentSecurityPolicy
{
    public static string For(IEnumerable<string> scripts, string style) =>
        "default-src 'none'; script-src " + string.Join(" ", scripts.Select(Hash)) + "; style-src " + Hash(style)
        + "; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return "'sha256-" + Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text))) + "'";
    }
}
