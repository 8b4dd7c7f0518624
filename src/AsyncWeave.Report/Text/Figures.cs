using System.Globalization;

namespace AsyncWeave.Report.Text;

/// <summary>Numbers in words; a lower bound is never printed without its mark.</summary>
public static class Figures
{
    /// <summary><c>56 B</c>, or <c>≥ 48 B</c> where a part could not be resolved.</summary>
    public static string Bytes(long bytes, bool exact, Glyphs glyphs) =>
        exact ? $"{Number(bytes)} B" : $"{glyphs.AtLeast} {Number(bytes)} B";

    /// <summary><c>8 bytes</c>, <c>1 byte</c>.</summary>
    public static string InWords(int bytes) => bytes == 1 ? "1 byte" : $"{Number(bytes)} bytes";

    /// <summary><c>1 await</c>, <c>2 awaits</c>.</summary>
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Number(count)} {noun}s";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
