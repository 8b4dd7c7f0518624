using System.Globalization;
using System.Text;
using AsyncWeave.Model;

namespace AsyncWeave.Report.Baselines;

/// <summary>
/// A method's fields in a few words, so that a baseline can name what came or grew: <c>order 120, quote 64, awaiter TaskAwaiter 8</c>.
/// Sorted by label: a field's place moves with its neighbours, its name does not.
/// </summary>
internal static class FieldFacts
{
    public static string Of(MethodReport method) => string.Join(", ", All(method).Select(f => f.Label + " " + f.Bytes.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Fields that the author can do something about, with awaiters; state, builder and <c>this</c> are in every method.</summary>
    public static List<(string Label, int Bytes)> All(MethodReport method) =>
        (method.StateMachine?.Fields ?? [])
            .Where(f => f.Role is not (FieldRole.State or FieldRole.Builder or FieldRole.This))
            .Select(f => (Label: LabelOf(f), Bytes: f.Size))
            .OrderBy(f => f.Label, StringComparer.Ordinal).ThenBy(f => f.Bytes)
            .ToList();

    public static List<(string Label, int Bytes)> Parse(string facts)
    {
        var fields = new List<(string, int)>();
        foreach (var part in facts.Split([", "], StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.LastIndexOf(' ');
            if (at > 0 && int.TryParse(part.Substring(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
                fields.Add((part.Substring(0, at), bytes));
        }

        return fields;
    }

    // Numbers in the compiler's own names move when a neighbour is added: a type's name does not.
    public static string LabelOf(StateMachineField field) => field.SourceName is { Length: > 0 } name && field.Role != FieldRole.Awaiter
        ? Clean(name)
        : char.ToLowerInvariant(field.Role.ToString()[0]) + field.Role.ToString().Substring(1) + " " + Clean(ShortType(field.Type));

    /// <summary><c>TaskAwaiter</c> of <c>System.Runtime.CompilerServices.TaskAwaiter`1&lt;System.Int32&gt;</c>.</summary>
    public static string ShortType(string type)
    {
        var end = type.IndexOfAny(['<', '`', '[']);
        var name = end > 0 ? type.Substring(0, end) : type;
        return name.Substring(name.LastIndexOfAny(['.', '/', '+']) + 1);
    }

    private static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var c in name)
            clean.Append(c == ',' || char.IsWhiteSpace(c) || char.IsControl(c) ? '_' : c);
        return clean.ToString();
    }
}
