using Mono.Cecil;

namespace AsyncWeave.LayoutPacks;

/// <summary>Classes of CoreLib whose heap size the allocation model asks for, with the bases that their fields start from.</summary>
internal static class AsyncClasses
{
    private static readonly HashSet<string> Names =
    [
        "System.Object",
        "System.ValueType",
        "System.Enum",
        "System.Delegate",
        "System.MulticastDelegate",
        "System.Action",
        "System.Threading.Tasks.Task",
        "System.Threading.Tasks.Task`1",
        "System.Runtime.CompilerServices.Continuation",
    ];

    // The boxes are nested classes of the builders.
    private static readonly HashSet<string> Builders =
    [
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1",
        "System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder`1",
    ];

    public static bool Include(TypeDefinition type) =>
        !type.IsValueType && !type.IsInterface
        && (Names.Contains(type.FullName) || (type.DeclaringType is { } builder && Builders.Contains(builder.FullName)));
}
