using AsyncWeave.Report.Text;

namespace AsyncWeave.Report.Ci;

/// <summary>
/// Text from metadata on its way to a build log. Build servers read commands out of logs: <c>##vso[</c> anywhere in a line,
/// <c>##teamcity[</c> and <c>::</c> at its start. A name that looks like one is broken up, so that it stays a name.
/// </summary>
public static class LogText
{
    public static string Of(string text)
    {
        var line = Printable.Of(text);
        if (line.IndexOf("##", StringComparison.Ordinal) >= 0)
            line = line.Replace("##", "# #");
        return line.TrimStart().StartsWith("::", StringComparison.Ordinal) ? line.Replace("::", ": :") : line;
    }
}
