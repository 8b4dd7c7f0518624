using System.Globalization;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Reading;

/// <summary>From what a project targets to the runtime that it will run on.</summary>
internal static class RuntimeMoniker
{
    /// <summary>Libraries for netstandard name no runtime; they are laid out for this one unless the user says otherwise.</summary>
    public const string DefaultFramework = "net10.0";

    private const string OldestModern = "net8.0";

    /// <summary>Takes short monikers (<c>net8.0-windows</c>, <c>net472</c>) and long ones (<c>.NETCoreApp,Version=v8.0</c>).</summary>
    public static RuntimeTarget For(string? framework, Architecture architecture) => new(Normalize(framework), architecture);

    private static string Normalize(string? framework)
    {
        var moniker = (framework ?? "").Trim();
        var comma = moniker.IndexOf(",Version=v", StringComparison.OrdinalIgnoreCase);
        if (comma >= 0)
            return FromFamily(moniker[..comma].ToLowerInvariant(), moniker[(comma + ",Version=v".Length)..]);

        moniker = moniker.Split('-')[0].ToLowerInvariant();
        if (moniker.StartsWith("netcoreapp", StringComparison.Ordinal))
            return FromFamily(".netcoreapp", moniker["netcoreapp".Length..]);
        if (moniker.StartsWith("netstandard", StringComparison.Ordinal) || !moniker.StartsWith("net", StringComparison.Ordinal))
            return DefaultFramework;
        var version = moniker["net".Length..];
        return version.Contains('.') ? FromFamily(".netcoreapp", version) : FromFamily(".netframework", string.Join(".", version.ToCharArray()));
    }

    private static string FromFamily(string family, string version)
    {
        if (!TryParse(version, out var number))
            return DefaultFramework;
        return family switch
        {
            ".netframework" => NetFramework(number),
            ".netcoreapp" => NetCore(number),
            _ => DefaultFramework,
        };
    }

    private static string NetCore(Version version) => version.Major switch
    {
        1 => "netcoreapp2.0",
        2 => "netcoreapp2." + Math.Min(version.Minor, 1).ToString(CultureInfo.InvariantCulture),
        3 or 4 => "netcoreapp3.1",
        // 5 to 7 have left support; the nearest runtime that is in it stands for them.
        < 8 => OldestModern,
        _ => "net" + version.Major.ToString(CultureInfo.InvariantCulture) + "." + version.Minor.ToString(CultureInfo.InvariantCulture),
    };

    private static string NetFramework(Version version)
    {
        if (version < new Version(4, 6, 2))
            return "net462";
        var build = Math.Max(version.Build, 0);
        return "net" + version.Major.ToString(CultureInfo.InvariantCulture) + version.Minor.ToString(CultureInfo.InvariantCulture)
            + (build > 0 ? build.ToString(CultureInfo.InvariantCulture) : "");
    }

    private static bool TryParse(string text, out Version version)
    {
        var dotted = text.Contains('.') ? text : text + ".0";
        if (Version.TryParse(dotted, out var parsed))
        {
            version = parsed;
            return true;
        }

        version = new Version(0, 0);
        return false;
    }
}
