using AsyncWeave.Model;

namespace AsyncWeave.Report.Budgets;

/// <summary>The properties and options of a build or command, checked one by one as they are asked for.</summary>
internal sealed class GivenSettings
{
    private readonly Dictionary<string, GivenSetting> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Problems _problems;
    private readonly string? _projectFile;

    public GivenSettings(IEnumerable<GivenSetting> given, Problems problems, string? projectFile)
    {
        _problems = problems;
        _projectFile = projectFile;
        foreach (var setting in given)
        {
            if (SettingTable.All.All(s => !IsNamed(s, setting.Name)))
                problems.Invalid(OriginOf(setting), $"unknown setting '{setting.From}'{Problems.DidYouMean(setting.Name, SettingTable.All.Select(s => s.Name))}");
            else if (setting.Value.Trim().Length > 0)
                _byName[setting.Name] = setting;
        }
    }

    /// <summary>Where the setting was given; null where it was not.</summary>
    public Origin? OriginOf(Setting setting) => Find(setting) is { } given ? OriginOf(given) : null;

    public string? Text(Setting setting) => Find(setting)?.Value.Trim();

    public int? Number(Setting setting)
    {
        if (Find(setting) is not { } given)
            return null;
        if (Words.TryNumber(given.Value, out var number))
            return number;
        Wrong(given, "a whole number of 0 or more");
        return null;
    }

    public bool? Flag(Setting setting)
    {
        if (Find(setting) is not { } given)
            return null;
        if (Words.TryFlag(given.Value, out var flag))
            return flag;
        Wrong(given, "true or false");
        return null;
    }

    public string? Choice(Setting setting)
    {
        if (Find(setting) is not { } given)
            return null;
        var word = setting.Words.FirstOrDefault(w => w.Equals(given.Value.Trim(), StringComparison.OrdinalIgnoreCase));
        if (word is null)
            Wrong(given, "one of " + string.Join(", ", setting.Words));
        return word;
    }

    /// <summary>Says it where a text does not have the form that is asked for.</summary>
    public void Check(Setting setting, Predicate<string> hasForm, string expected)
    {
        if (Find(setting) is { } given && !hasForm(given.Value.Trim()))
            Wrong(given, expected);
    }

    private void Wrong(GivenSetting given, string expected) =>
        _problems.Invalid(OriginOf(given), $"{given.From} must be {expected}, not '{given.Value.Trim()}'");

    private Origin OriginOf(GivenSetting given) => new(given.From, _projectFile);

    private GivenSetting? Find(Setting setting) => _byName.TryGetValue(setting.Name, out var given) ? given : null;

    private static bool IsNamed(Setting setting, string name) => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
