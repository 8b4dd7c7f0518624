using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Describe;

/// <summary>Fields of an F# resumable state machine: <c>Data</c> carries the builder, <c>ResumptionPoint</c> the state (FSharp.Core, <c>resumable.fs</c>).</summary>
internal static class FSharpFieldRoles
{
    public static NamedRole? TryMatch(FieldDefinition field)
    {
        if (!IsResumable(field.DeclaringType))
            return null;
        return field.Name switch
        {
            "ResumptionPoint" => new NamedRole(FieldRole.State, null),
            "Data" => new NamedRole(FieldRole.Builder, null),
            "ResumptionDynamicInfo" => new NamedRole(FieldRole.Other, null),
            _ when field.FieldType.Name.Contains("Awaiter") => new NamedRole(FieldRole.Awaiter, null),
            _ => new NamedRole(FieldRole.Local, field.Name),
        };
    }

    private static bool IsResumable(TypeDefinition type) =>
        type.HasInterfaces && type.Interfaces.Any(i => i.InterfaceType.Name.StartsWith("IResumableStateMachine", StringComparison.Ordinal));
}
