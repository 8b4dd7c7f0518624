namespace AsyncWeave.Fixtures;

/// <summary>
/// The source that one rule is held against (<c>Traps/AWnnnn.cs</c>): lines with the trap end with <c>// !</c>, or <c>// !classic</c>
/// where runtime-async has no such trap, <c>// !optimized</c> where a Debug build has none, <c>// !release</c> where both.
/// </summary>
public sealed record TrapSource(string Rule, string Text)
{
    private const string Mark = "// !";

    public IReadOnlyList<string> Lines { get; } = Text.Split('\n');

    public static TrapSource Of(string rule)
    {
        using var stream = typeof(TrapSource).Assembly.GetManifestResourceStream(rule + ".cs") ?? throw new ArgumentException("no source for " + rule, nameof(rule));
        using var reader = new StreamReader(stream);
        return new TrapSource(rule, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    /// <summary>Numbers of the lines with the trap, from one.</summary>
    public IReadOnlyList<int> Marked(FixtureOptions options) =>
        Enumerable.Range(1, Lines.Count).Where(line => IsMarked(Lines[line - 1], options)).ToList();

    private static bool IsMarked(string line, FixtureOptions options)
    {
        var mark = line.IndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0)
            return false;
        return line[(mark + Mark.Length)..].Trim() switch
        {
            "" => true,
            "classic" => !options.RuntimeAsync,
            "release" => options.Optimize && !options.RuntimeAsync,
            "optimized" => options.Optimize,
            var other => throw new ArgumentException("unknown mark " + other),
        };
    }
}
