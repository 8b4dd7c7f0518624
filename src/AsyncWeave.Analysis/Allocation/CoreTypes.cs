using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>The classes of one CoreLib that suspended methods are made of; nil where that version has none.</summary>
internal sealed record CoreTypes(
    ModuleRows Module,
    TypeDefinitionHandle Box,
    TypeDefinitionHandle PoolingBox,
    TypeDefinitionHandle TaskOfResult,
    TypeDefinitionHandle VoidTaskResult,
    TypeDefinitionHandle Action,
    TypeDefinitionHandle Continuation)
{
    private const string Services = "System.Runtime.CompilerServices";

    public static CoreTypes Of(ModuleRows coreLibrary) => new(
        coreLibrary,
        Inside(coreLibrary, "AsyncTaskMethodBuilder`1", "AsyncStateMachineBox`1"),
        Inside(coreLibrary, "PoolingAsyncValueTaskMethodBuilder`1", "StateMachineBox`1"),
        coreLibrary.TopLevelType("System.Threading.Tasks", "Task`1"),
        coreLibrary.TopLevelType("System.Threading.Tasks", "VoidTaskResult"),
        coreLibrary.TopLevelType("System", "Action"),
        coreLibrary.TopLevelType(Services, "Continuation"));

    private static TypeDefinitionHandle Inside(ModuleRows coreLibrary, string builder, string box) =>
        coreLibrary.TopLevelType(Services, builder) is { IsNil: false } outer ? coreLibrary.NestedType(outer, box) : default;
}
