namespace AsyncWeave.Model;

/// <summary>Something that a user can set, with every spelling that it has.</summary>
/// <param name="Name">As in the table; the property is <c>AsyncWeave</c> and this name.</param>
/// <param name="Default">As it would be written; empty where nothing is set by default.</param>
/// <param name="Meaning">One clause for the documentation.</param>
public sealed record Setting(string Name, SettingKind Kind, string Default, string Meaning)
{
    /// <summary>The MSBuild property; null where there is none.</summary>
    public string? Property { get; init; }

    /// <summary>Metadata of the <c>AsyncWeaveBudget</c> item.</summary>
    public string? Metadata { get; init; }

    /// <summary>Path in <c>asyncweave.json</c>.</summary>
    public string? JsonPath { get; init; }

    /// <summary>Property of <c>AsyncBudgetAttribute</c>.</summary>
    public string? Attribute { get; init; }

    /// <summary>Option of <c>asyncweave scan</c>.</summary>
    public string? Option { get; init; }

    /// <summary>For choices, the words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
