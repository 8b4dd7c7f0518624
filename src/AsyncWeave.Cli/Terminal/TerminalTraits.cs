using System.Runtime.InteropServices;

namespace AsyncWeave.Cli.Terminal;

/// <summary>What a terminal can show, by what its environment says.</summary>
internal sealed record TerminalTraits(bool Colours, bool Unicode)
{
    public static TerminalTraits Of(Func<string, string?> variable, bool redirected)
    {
        if (redirected)
            return new TerminalTraits(Colours: false, Unicode: true);
        var dumb = variable("TERM") == "dumb";
        return new TerminalTraits(!dumb && string.IsNullOrEmpty(variable("NO_COLOR")), !dumb && SpeaksUnicode(variable));
    }

    // POSIX: the first of these that is set decides; a locale without a character set is the C locale or an old one.
    private static bool SpeaksUnicode(Func<string, string?> variable)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return Console.OutputEncoding.CodePage is 65001 or 1200;
        var locale = new[] { "LC_ALL", "LC_CTYPE", "LANG" }.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale is not null && locale.Replace("-", "", StringComparison.Ordinal).Contains("UTF8", StringComparison.OrdinalIgnoreCase);
    }
}
