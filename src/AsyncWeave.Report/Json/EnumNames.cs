namespace AsyncWeave.Report.Json;

/// <summary>The spelling of an enum in JSON: its name with a small first letter.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names = new();
    private static readonly Dictionary<string, T> Values = new(StringComparer.Ordinal);

    static EnumNames()
    {
        foreach (var value in (T[])Enum.GetValues(typeof(T)))
        {
            var name = value.ToString();
            name = char.ToLowerInvariant(name[0]) + name.Substring(1);
            Names[value] = name;
            Values[name] = value;
        }
    }

    public static IReadOnlyCollection<string> All => Values.Keys;

    public static string Of(T value) => Names[value];

    public static bool TryParse(string name, out T value) => Values.TryGetValue(name, out value);
}
