using Mono.Cecil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The task-like types of the framework, by namespace and name alone.</summary>
internal static class TaskTypes
{
    private const string Tasks = "System.Threading.Tasks";
    private const string Services = "System.Runtime.CompilerServices";

    public static bool IsTask(TypeReference type) => IsIn(type, Tasks) && type.Name is "Task" or "Task`1";

    public static bool IsValueTask(TypeReference type) => IsIn(type, Tasks) && type.Name is "ValueTask" or "ValueTask`1";

    public static bool IsTaskLike(TypeReference type) => IsTask(type) || IsValueTask(type);

    /// <summary>What <c>ConfigureAwait</c> gives.</summary>
    public static bool IsConfigured(TypeReference type) => IsIn(type, Services)
        && type.Name is "ConfiguredTaskAwaitable" or "ConfiguredTaskAwaitable`1" or "ConfiguredValueTaskAwaitable" or "ConfiguredValueTaskAwaitable`1";

    public static bool IsAwaiter(TypeReference type) => type.Name switch
    {
        "TaskAwaiter" or "TaskAwaiter`1" or "ValueTaskAwaiter" or "ValueTaskAwaiter`1" => IsIn(type, Services),
        "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter" => type.DeclaringType is { } outer && IsConfigured(outer),
        _ => false,
    };

    public static bool IsCancellationToken(TypeReference type) => type.Name == "CancellationToken" && type.Namespace == "System.Threading";

    /// <summary>The type that a call really gives, with the type arguments of the call filled in.</summary>
    public static TypeReference ResultOf(MethodReference method)
    {
        var type = method.ReturnType;
        while (type is IModifierType modified)
            type = modified.ElementType;
        if (type is not GenericParameter parameter)
            return type;
        var arguments = parameter.Type == GenericParameterType.Method
            ? (method as GenericInstanceMethod)?.GenericArguments
            : (method.DeclaringType as GenericInstanceType)?.GenericArguments;
        return arguments is not null && parameter.Position < arguments.Count ? arguments[parameter.Position] : type;
    }

    private static bool IsIn(TypeReference type, string space)
    {
        var element = type.GetElementType();
        return element.Namespace == space && element.DeclaringType is null;
    }
}
