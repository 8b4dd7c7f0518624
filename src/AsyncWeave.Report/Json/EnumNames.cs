namespace AsyncWeave.Report.Json;

/// <summary>The spelling of an enum in JSON: its name with a small first letter.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    // The model's enums count from 0 without a gap, so a name's place is its value. A dictionary of each enum would be compiled anew in each build.
    private static readonly string[] Names = EnumSpelling.Of(typeof(T));

    public static IReadOnlyCollection<string> All => Names;

    public static string Of(T value) => Names[(int)(object)value];

    public static bool TryParse(string name, out T value)
    {
        var place = Array.IndexOf(Names, name);
        value = place < 0 ? default : (T)(object)place;
        return place >= 0;
    }
}

/// <summary>Apart from the generic class, whose code is compiled for each enum.</summary>
internal static class EnumSpelling
{
    public static string[] Of(Type type) => Array.ConvertAll(Enum.GetNames(type), name => char.ToLowerInvariant(name[0]) + name.Substring(1));
}
