using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading.Signatures;

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
    public static BuilderFamily? FamilyOf(SignatureType type) => type switch
    {
        NamedSignature named => FamilyOf(named.Type),
        InstanceSignature instance => FamilyOf(instance.Generic.Type),
        _ => null,
    };

    /// <summary>Null for every other type.</summary>
    public static CoreBuilder? Match(ClosedType type)
    {
        if (type is not DefinedClosedType { Declaration: { Namespace: Namespace } declaration } builder || !Families.TryGetValue(declaration.Name, out var family))
            return null;
        return new CoreBuilder(family, declaration.FullName, builder.Arguments is [var result] ? result : null, ForwardedBy: null);
    }

    private static BuilderFamily? FamilyOf(NamedType type) =>
        type is { Outer: null, Namespace: Namespace } && Families.TryGetValue(type.Name, out var family) ? family : null;
}
