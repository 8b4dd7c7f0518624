using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>Fields of an F# resumable state machine: <c>Data</c> carries the builder, <c>ResumptionPoint</c> the state (FSharp.Core, <c>resumable.fs</c>).</summary>
internal static class FSharpFieldRoles
{
    public static NamedRole Of(string name, string type) => name switch
    {
        "ResumptionPoint" => new NamedRole(FieldRole.State, null),
        "Data" => new NamedRole(FieldRole.Builder, null),
        "ResumptionDynamicInfo" => new NamedRole(FieldRole.Other, null),
        _ when type.Contains("Awaiter") => new NamedRole(FieldRole.Awaiter, null),
        _ => new NamedRole(FieldRole.Local, name),
    };

    /// <param name="contract">The simple name of an interface.</param>
    public static bool IsResumable(string contract) => contract.StartsWith("IResumableStateMachine", StringComparison.Ordinal);
}
