namespace AsyncWeave.Model;

/// <param name="Name">As in the table of settings.</param>
/// <param name="Value">As a user would write it.</param>
/// <param name="From">File with line, property, attribute, or <c>default</c>.</param>
public sealed record EffectiveSetting(string Name, string Value, string From);
