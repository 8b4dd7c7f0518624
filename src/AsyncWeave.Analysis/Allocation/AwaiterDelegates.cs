using AsyncWeave.Analysis.Flow;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>
/// Which suspensions make the box hand out a delegate. CoreLib's own awaiters are recognised by internal interfaces (<c>ITaskAwaiter</c>,
/// <c>IConfiguredTaskAwaiter</c>, <c>IStateMachineBoxAwareAwaiter</c>) and take the box itself: AsyncTaskMethodBuilderT.cs,
/// <c>AwaitUnsafeOnCompleted</c>. Nobody else can implement those, so that the table is complete.
/// </summary>
internal static class AwaiterDelegates
{
    private static readonly HashSet<string> TaskAwaiters = new(StringComparer.Ordinal)
    {
        "TaskAwaiter", "TaskAwaiter`1",
        "ConfiguredTaskAwaitable/ConfiguredTaskAwaiter", "ConfiguredTaskAwaitable`1/ConfiguredTaskAwaiter",
        "ValueTaskAwaiter", "ValueTaskAwaiter`1",
        "ConfiguredValueTaskAwaitable/ConfiguredValueTaskAwaiter", "ConfiguredValueTaskAwaitable`1/ConfiguredValueTaskAwaiter",
    };

    private const string YieldAwaiter = "YieldAwaitable/YieldAwaiter";

    /// <summary>Suspensions that go through the builder: all but an iterator's yields.</summary>
    public static bool IsAwait(Suspension suspension) => HandOver(suspension) is not null;

    public static bool NeedsAction(Suspension suspension, RuntimeGeneration generation) =>
        HandOver(suspension) is { } call && !TakesTheBox(call, generation);

    private static GenericInstanceMethod? HandOver(Suspension suspension) =>
        suspension.Site.OpCode.FlowControl == FlowControl.Call
        && suspension.Site.Operand is GenericInstanceMethod { GenericArguments.Count: 2, Name: "AwaitOnCompleted" or "AwaitUnsafeOnCompleted" } call
            ? call
            : null;

    private static bool TakesTheBox(GenericInstanceMethod call, RuntimeGeneration generation)
    {
        if (call.Name == "AwaitOnCompleted" || FrameworkName(call.GenericArguments[0]) is not { } name)
            return false;
        return TaskAwaiters.Contains(name) || (name == YieldAwaiter && generation == RuntimeGeneration.BoxIsTask);
    }

    private static string? FrameworkName(TypeReference awaiter)
    {
        var type = awaiter.GetElementType();
        var outer = type.DeclaringType ?? type;
        if (outer.Namespace != "System.Runtime.CompilerServices" || IsOfAnotherLibrary(outer))
            return null;
        return outer == type ? type.Name : outer.Name + "/" + type.Name;
    }

    // A type of that name in the user's own assembly is somebody's copy, which the runtime does not know.
    private static bool IsOfAnotherLibrary(TypeReference type) =>
        type is TypeDefinition && type.Module.Assembly?.Name.Name != "System.Private.CoreLib";
}
