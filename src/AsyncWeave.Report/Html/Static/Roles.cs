using AsyncWeave.Model;

namespace AsyncWeave.Report.Html.Static;

internal static class Roles
{
    /// <summary>The class that the style sheet colours by.</summary>
    public static string ClassOf(FieldRole role) => role switch
    {
        FieldRole.This => "r-this",
        FieldRole.Builder => "r-builder",
        FieldRole.Parameter or FieldRole.ParameterProxy => "r-parameter",
        FieldRole.Local => "r-local",
        FieldRole.Spill => "r-spill",
        FieldRole.Awaiter => "r-awaiter",
        FieldRole.Current => "r-current",
        FieldRole.Closure => "r-closure",
        _ => "r-state",
    };

    public static string NameOf(FieldRole role) => role switch
    {
        FieldRole.ParameterProxy => "parameter proxy",
        FieldRole.DisposeMode => "dispose mode",
        FieldRole.CombinedTokens => "combined tokens",
        FieldRole.InitialThreadId => "initial thread id",
        _ => role.ToString().ToLowerInvariant(),
    };
}
