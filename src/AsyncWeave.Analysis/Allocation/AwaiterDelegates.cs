using System.Reflection.Metadata;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading.Signatures;

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
    public static bool IsAwait(Suspension suspension) => suspension.Site.Callee.Role == CalleeRole.HandsOver;

    public static bool NeedsAction(Suspension suspension, RuntimeGeneration generation) =>
        IsAwait(suspension) && !TakesTheBox(suspension.Site, generation);

    private static bool TakesTheBox(Instruction call, RuntimeGeneration generation)
    {
        if (BuilderCalls.FlowsContextItself(call.Callee) || FrameworkName(call) is not { } name)
            return false;
        return TaskAwaiters.Contains(name) || (name == YieldAwaiter && generation == RuntimeGeneration.BoxIsTask);
    }

    private static string? FrameworkName(Instruction call)
    {
        if (call.FirstTypeArgument is not { } type)
            return null;
        var outer = type.Outer ?? type;
        if (outer.Outer is not null || outer.Namespace != "System.Runtime.CompilerServices" || IsOfAnotherLibrary(outer, call))
            return null;
        return outer == type ? type.Name : outer.Name + "/" + type.Name;
    }

    // A type of that name in the user's own assembly is somebody's copy, which the runtime does not know.
    private static bool IsOfAnotherLibrary(NamedType type, Instruction call) =>
        type.Handle.Kind == HandleKind.TypeDefinition && !call.IsInCoreLibrary;
}
