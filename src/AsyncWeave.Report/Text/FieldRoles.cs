using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>Roles in the words of the JSON report, and how they are shown.</summary>
internal static class FieldRoles
{
    public static string Name(FieldRole role)
    {
        var name = role.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    public static TextStyle Style(FieldRole role) => role switch
    {
        FieldRole.State or FieldRole.DisposeMode or FieldRole.InitialThreadId => TextStyle.StateField,
        FieldRole.Builder or FieldRole.CombinedTokens => TextStyle.BuilderField,
        FieldRole.This => TextStyle.ThisField,
        FieldRole.Parameter or FieldRole.ParameterProxy => TextStyle.ParameterField,
        FieldRole.Local or FieldRole.Closure => TextStyle.LocalField,
        FieldRole.Spill => TextStyle.SpillField,
        FieldRole.Awaiter or FieldRole.Current => TextStyle.AwaiterField,
        _ => TextStyle.Plain,
    };
}
