using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Budgets;

/// <summary>Whether values of a configuration are what they must be; each that is not becomes a problem with its place.</summary>
internal sealed class JsonChecks(string file, Problems problems)
{
    public Origin At(JsonPosition position) => new(Path.GetFileName(file), file, position.Line, position.Column);

    public bool IsObject(JsonNode node, string what)
    {
        if (node.Kind == JsonKind.Object)
            return true;
        problems.Invalid(At(node.Position), $"{what} must be an object in braces");
        return false;
    }

    /// <param name="what">What a key is called here: key, budget, level.</param>
    public void KnownKeys(JsonNode node, IReadOnlyList<string> known, string what)
    {
        NoDoubles(node);
        foreach (var member in node.Members)
        {
            if (!known.Contains(member.Name))
                problems.Invalid(At(member.Position), $"unknown {what} '{member.Name}'{Problems.DidYouMeanOneOf(member.Name, known)}");
            else if (member.Value.IsNull)
                problems.Invalid(At(member.Value.Position), $"'{member.Name}' is null; leave it out where nothing is to be set");
        }
    }

    public void NoDoubles(JsonNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            if (!seen.Add(member.Name))
                problems.Invalid(At(member.Position), $"'{member.Name}' is given twice");
        }
    }

    public IReadOnlyList<JsonNode> Items(JsonNode node, string name)
    {
        if (node.Kind is not (JsonKind.Array or JsonKind.Null))
            problems.Invalid(At(node.Position), $"'{name}' must be a list in brackets");
        return node.Items;
    }

    public int? Number(JsonNode node, string name)
    {
        if (node.IsNull)
            return null;
        if (node.Kind == JsonKind.Number && Words.TryNumber(node.Text, out var number))
            return number;
        var given = node.Kind switch
        {
            JsonKind.Number => node.Text,
            JsonKind.String => $"the text \"{node.Text}\"",
            _ => EnumNames<JsonKind>.Of(node.Kind),
        };
        problems.Invalid(At(node.Position), $"'{name}' must be a whole number of 0 or more, not {given}");
        return null;
    }

    public string? Text(JsonNode node, string name)
    {
        if (node.IsNull)
            return null;
        if (node.Kind == JsonKind.String)
            return node.Text;
        problems.Invalid(At(node.Position), $"'{name}' must be text");
        return null;
    }

    public MethodPattern? Pattern(JsonNode node, string name)
    {
        if (node.Kind == JsonKind.String && node.Text.Trim().Length > 0)
            return new MethodPattern(node.Text.Trim());
        problems.Invalid(At(node.Position), $"'{name}' must be a pattern such as \"MyApp.Import.*\"");
        return null;
    }

    public string? Choice(JsonNode node, string name, IReadOnlyList<string> words)
    {
        if (node.IsNull)
            return null;
        if (node.Kind == JsonKind.String && words.Contains(node.Text))
            return node.Text;
        var given = node.Kind == JsonKind.String ? $"'{node.Text}'" : EnumNames<JsonKind>.Of(node.Kind);
        problems.Invalid(At(node.Position), $"'{name}' must be one of {string.Join(", ", words)}, not {given}{Problems.DidYouMean(node.Text, words)}");
        return null;
    }
}
