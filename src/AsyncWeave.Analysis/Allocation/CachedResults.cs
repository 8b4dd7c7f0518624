using AsyncWeave.Analysis.Layout;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>
/// Results for which the builder hands out a task that exists already: <c>Task.FromResult</c> and
/// <c>AsyncTaskMethodBuilder&lt;T&gt;.GetTaskForResult</c> in .NET and .NET Framework.
/// </summary>
internal static class CachedResults
{
    /// <summary>Null where no value has one.</summary>
    /// <param name="value">The result as a field; null for references.</param>
    /// <param name="legacy">.NET Framework and .NET Core up to 3.1.</param>
    public static string? Describe(TypeReference result, TypeLayout? value, bool legacy)
    {
        if (result.MetadataType == MetadataType.Int32)
            return "results from -1 to 8 are cached and cost nothing";
        if (value is null || IsNullable(result))
            return "a null result is cached and costs nothing";
        var zero = legacy ? IsInteger(result) : !value.ContainsReferences && value.Size is 1 or 2 or 4 or 8 or 16;
        return zero ? "a result whose bits are all zero is cached and costs nothing" : null;
    }

    private static bool IsNullable(TypeReference type) => type.GetElementType() is { Name: "Nullable`1", Namespace: "System" };

    private static bool IsInteger(TypeReference type) =>
        type.MetadataType is (>= MetadataType.Char and <= MetadataType.UInt64) or MetadataType.IntPtr or MetadataType.UIntPtr;
}
