using AsyncWeave.Cli.Commands;

namespace AsyncWeave.Cli;

/// <summary>
/// <c>--enforce</c> may stand alone and then means <c>always</c>. The parser would take the assembly behind it for its value,
/// so the word is put in before it looks.
/// </summary>
internal static class BareOptions
{
    public static IReadOnlyList<string> Complete(IReadOnlyList<string> arguments)
    {
        var completed = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            completed.Add(arguments[i]);
            if (arguments[i] == SharedOptions.EnforceName && (i + 1 == arguments.Count || !SharedOptions.EnforceWords.Contains(arguments[i + 1], StringComparer.Ordinal)))
                completed.Add("always");
        }

        return completed;
    }
}
