using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>What a field of a state machine is for, and what its author called it.</summary>
/// <param name="SourceName">Null for what the compiler added.</param>
internal readonly record struct NamedRole(FieldRole Role, string? SourceName)
{
    /// <param name="type">The simple name of the field's type.</param>
    /// <param name="isResumable">The field is one of F#'s resumable code.</param>
    public static NamedRole Of(string name, string type, bool isResumable) => name switch
    {
        [] => new(FieldRole.Other, null),
        ['<', ..] => CSharpFieldRoles.Of(name, type),
        ['$', ..] => VisualBasicFieldRoles.Of(name),
        _ when isResumable => FSharpFieldRoles.Of(name, type),
        _ => new(FieldRole.Parameter, name),
    };
}
