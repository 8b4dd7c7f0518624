using Mono.Cecil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>The builders of System.Runtime.CompilerServices, by name; the packages for .NET Framework use the same names.</summary>
internal static class KnownBuilders
{
    private const string Namespace = "System.Runtime.CompilerServices";

    private static readonly Dictionary<string, BuilderFamily> Families = new(StringComparer.Ordinal)
    {
        ["AsyncTaskMethodBuilder"] = BuilderFamily.Task,
        ["AsyncTaskMethodBuilder`1"] = BuilderFamily.Task,
        ["AsyncValueTaskMethodBuilder"] = BuilderFamily.ValueTask,
        ["AsyncValueTaskMethodBuilder`1"] = BuilderFamily.ValueTask,
        ["PoolingAsyncValueTaskMethodBuilder"] = BuilderFamily.PoolingValueTask,
        ["PoolingAsyncValueTaskMethodBuilder`1"] = BuilderFamily.PoolingValueTask,
        ["AsyncVoidMethodBuilder"] = BuilderFamily.Void,
        ["AsyncIteratorMethodBuilder"] = BuilderFamily.AsyncIterator,
    };

    /// <summary>Null for every other type.</summary>
    public static CoreBuilder? Match(TypeReference type)
    {
        var named = type.GetElementType();
        if (named.IsNested || !Families.TryGetValue(named.Name, out var family) || named.Namespace != Namespace)
            return null;
        var result = type is GenericInstanceType { GenericArguments.Count: 1 } instance ? instance.GenericArguments[0] : null;
        return new CoreBuilder(family, type, result, ForwardedBy: null);
    }
}
