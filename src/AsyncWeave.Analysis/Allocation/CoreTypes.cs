using Mono.Cecil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>The classes of one CoreLib that suspended methods are made of; null where that version has none.</summary>
internal sealed record CoreTypes(
    TypeDefinition? Box,
    TypeDefinition? PoolingBox,
    TypeDefinition? TaskOfResult,
    TypeDefinition? VoidTaskResult,
    TypeDefinition? Action,
    TypeDefinition? Continuation)
{
    private const string Services = "System.Runtime.CompilerServices.";

    public static CoreTypes Of(ModuleDefinition coreLibrary) => new(
        coreLibrary.GetType(Services + "AsyncTaskMethodBuilder`1/AsyncStateMachineBox`1"),
        coreLibrary.GetType(Services + "PoolingAsyncValueTaskMethodBuilder`1/StateMachineBox`1"),
        coreLibrary.GetType("System.Threading.Tasks.Task`1"),
        coreLibrary.GetType("System.Threading.Tasks.VoidTaskResult"),
        coreLibrary.GetType("System.Action"),
        coreLibrary.GetType(Services + "Continuation"));
}
