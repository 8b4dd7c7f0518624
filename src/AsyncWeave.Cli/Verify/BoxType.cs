using System.Reflection;
using System.Runtime.CompilerServices;

namespace AsyncWeave.Cli.Verify;

/// <summary>The class of the object that the running CLR makes at a method's first suspension.</summary>
internal static class BoxType
{
    // A builder that forwards holds another builder; hardly ever deeper than this.
    private const int DeepestForwarding = 4;

    private static readonly Type TaskBox = typeof(AsyncTaskMethodBuilder<>).GetNestedType("AsyncStateMachineBox`1", BindingFlags.NonPublic)!;
    private static readonly Type PoolingBox = typeof(PoolingAsyncValueTaskMethodBuilder<>).GetNestedType("StateMachineBox`1", BindingFlags.NonPublic)!;
    private static readonly Type NoResult = typeof(Task).Assembly.GetType("System.Threading.Tasks.VoidTaskResult")!;

    /// <summary>Null where the state machine has no builder of the framework's, its own or inside a custom one.</summary>
    /// <param name="stateMachine">Closed.</param>
    public static Type? For(Type stateMachine) =>
        BuilderIn(stateMachine, DeepestForwarding) is { } builder ? BoxOf(builder)?.MakeGenericType(ResultOf(builder), stateMachine) : null;

    private static Type? BuilderIn(Type owner, int depth)
    {
        if (depth == 0)
            return null;
        var fields = owner.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        var types = fields.Select(field => field.FieldType).Where(type => type.IsValueType && !type.IsPrimitive).ToList();
        if (types.FirstOrDefault(type => BoxOf(type) is not null) is { } builder)
            return builder;
        var nested = depth == DeepestForwarding ? fields.Where(field => field.Name is "<>t__builder" or "$Builder" or "Data").Select(field => field.FieldType) : types;
        return nested.Select(type => BuilderIn(type, depth - 1)).FirstOrDefault(found => found is not null);
    }

    private static Type? BoxOf(Type builder)
    {
        var definition = builder.IsGenericType ? builder.GetGenericTypeDefinition() : builder;
        if (definition == typeof(PoolingAsyncValueTaskMethodBuilder) || definition == typeof(PoolingAsyncValueTaskMethodBuilder<>))
            return PoolingBox;
        return definition == typeof(AsyncTaskMethodBuilder) || definition == typeof(AsyncTaskMethodBuilder<>)
            || definition == typeof(AsyncValueTaskMethodBuilder) || definition == typeof(AsyncValueTaskMethodBuilder<>)
            || definition == typeof(AsyncVoidMethodBuilder) || definition == typeof(AsyncIteratorMethodBuilder)
                ? TaskBox
                : null;
    }

    private static Type ResultOf(Type builder) => builder.IsGenericType ? builder.GetGenericArguments()[0] : NoResult;
}
