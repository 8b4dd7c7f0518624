using AsyncWeave.Model;

namespace AsyncWeave.Cli.Scanning;

/// <summary>The methods that a pattern of the command line means.</summary>
internal sealed class MethodSelection
{
    private readonly Func<string, bool> _matches;

    private MethodSelection(Func<string, bool> matches) => _matches = matches;

    public static MethodSelection All { get; } = new(_ => true);

    public static MethodSelection By(string pattern) =>
        new(name => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), name, ignoreCase: false));

    public bool Includes(MethodReport method) => _matches(method.Name);
}
