using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>The names that the Visual Basic compiler gives (Roslyn, <c>GeneratedNameConstants</c> of VB).</summary>
internal static class VisualBasicFieldRoles
{
    private static readonly (string Prefix, FieldRole Role)[] Prefixes =
    [
        ("$VB$ResumableLocal_", FieldRole.Local),
        ("$VB$Local_", FieldRole.Parameter),
        ("$VB$NonLocal_", FieldRole.Closure),
        ("$VB$Closure_", FieldRole.Closure),
        ("$P_", FieldRole.ParameterProxy),
    ];

    public static NamedRole Of(string name)
    {
        switch (name)
        {
            case "$State": return new(FieldRole.State, null);
            case "$Builder": return new(FieldRole.Builder, null);
            case "$Current": return new(FieldRole.Current, null);
            case "$InitialThreadId": return new(FieldRole.InitialThreadId, null);
            case "$Disposing": return new(FieldRole.DisposeMode, null);
            case "$VB$Me": return new(FieldRole.This, null);
        }

        foreach (var (prefix, role) in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return new(role, role == FieldRole.Closure ? null : WithoutSlot(name.Substring(prefix.Length)));
        }

        return name.Length > 1 ? OfTemporary(name[1]) : new(FieldRole.Other, null);
    }

    // $A0 awaiter, $S0 and $U0 spills
    private static NamedRole OfTemporary(char kind) => kind switch
    {
        'A' => new(FieldRole.Awaiter, null),
        'S' or 'U' => new(FieldRole.Spill, null),
        _ => new(FieldRole.Other, null),
    };

    // total$2 -> total
    private static string WithoutSlot(string name)
    {
        var slot = name.LastIndexOf('$');
        return slot > 0 ? name.Substring(0, slot) : name;
    }
}
