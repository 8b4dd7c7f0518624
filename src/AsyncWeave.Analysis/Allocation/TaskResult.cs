using System.Text;
using AsyncWeave.Analysis.Layout;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>What is asked of the type that a task gives.</summary>
internal static class TaskResult
{
    /// <summary>The name without namespace and arguments: <c>List`1</c>, <c>Int32[]</c>.</summary>
    public static string SimpleName(ClosedType type)
    {
        var name = new StringBuilder();
        var depth = 0;
        foreach (var c in type.Name)
        {
            depth += c == '<' ? 1 : 0;
            if (depth == 0 && c is '.' or '/')
                name.Clear();
            else if (depth == 0)
                name.Append(c);
            depth -= c == '>' ? 1 : 0;
        }

        return name.Length > 0 ? name.ToString() : type.Name;
    }

    public static bool IsBoolean(ClosedType type) => type is PlainClosedType { Name: "System.Boolean" };

    /// <summary>A struct without instance fields: all its values are zero.</summary>
    public static bool HasOneValueOnly(ClosedType type) => type is DefinedClosedType { Declaration: { IsValueType: true, InstanceFields.Length: 0 } };

    /// <summary>
    /// Results for which the builder hands out a task that exists already: <c>Task.FromResult</c> and
    /// <c>AsyncTaskMethodBuilder&lt;T&gt;.GetTaskForResult</c> in .NET and .NET Framework. Null where no value has one.
    /// </summary>
    /// <param name="value">The result as a field; null for references.</param>
    /// <param name="legacy">.NET Framework and .NET Core up to 3.1.</param>
    public static string? DescribeCached(ClosedType result, TypeLayout? value, bool legacy)
    {
        if (result is PlainClosedType { Name: "System.Int32" })
            return "results from -1 to 8 are cached and cost nothing";
        if (value is null || result is DefinedClosedType { Declaration: { Name: "Nullable`1", Namespace: "System" } })
            return "a null result is cached and costs nothing";
        var zero = legacy ? IsInteger(result) : !value.ContainsReferences && value.Size is 1 or 2 or 4 or 8 or 16;
        return zero ? "a result whose bits are all zero is cached and costs nothing" : null;
    }

    private static bool IsInteger(ClosedType type) => type is PlainClosedType
    {
        Name: "System.Char" or "System.SByte" or "System.Byte" or "System.Int16" or "System.UInt16" or "System.Int32" or "System.UInt32"
            or "System.Int64" or "System.UInt64" or "System.IntPtr" or "System.UIntPtr",
    };
}
