using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Describe;

/// <summary>What a field of a state machine is for, and what its author called it.</summary>
/// <param name="SourceName">Null for what the compiler added.</param>
internal readonly record struct NamedRole(FieldRole Role, string? SourceName)
{
    public static NamedRole Of(FieldDefinition field) => field.Name switch
    {
        [] => new(FieldRole.Other, null),
        ['<', ..] => CSharpFieldRoles.Of(field),
        ['$', ..] => VisualBasicFieldRoles.Of(field.Name),
        _ => FSharpFieldRoles.TryMatch(field) ?? new(FieldRole.Parameter, field.Name),
    };
}
