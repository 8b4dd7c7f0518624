using System.Text;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Types as C# spells them, without namespaces: <c>List&lt;int?&gt;</c>, <c>(int, string)[]</c>.</summary>
internal static class CSharpTypeName
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["Boolean"] = "bool", ["Byte"] = "byte", ["SByte"] = "sbyte", ["Char"] = "char", ["Decimal"] = "decimal", ["Double"] = "double",
        ["Single"] = "float", ["Int32"] = "int", ["UInt32"] = "uint", ["IntPtr"] = "nint", ["UIntPtr"] = "nuint", ["Int64"] = "long",
        ["UInt64"] = "ulong", ["Int16"] = "short", ["UInt16"] = "ushort", ["Object"] = "object", ["String"] = "string", ["Void"] = "void",
    };

    public static string Of(TypeReference type) => type switch
    {
        IModifierType modified => Of(modified.ElementType),
        GenericParameter parameter => parameter.Name,
        ArrayType => OfArray(type),
        ByReferenceType reference => "ref " + Of(reference.ElementType),
        PointerType pointer => Of(pointer.ElementType) + "*",
        FunctionPointerType => "delegate*",
        GenericInstanceType instance => OfInstance(instance),
        _ => OfNamed(type),
    };

    /// <summary>The type with those around it: <c>Outer&lt;T&gt;.Inner</c>; its own parameters by name.</summary>
    public static string OfDefinition(TypeDefinition type) =>
        OfLevels(type, type.GenericParameters.Select(p => p.Name).ToList(), out _);

    // C# writes the outermost rank first: int[][,] is an array of two-dimensional arrays
    private static string OfArray(TypeReference type)
    {
        var ranks = new StringBuilder();
        while (type is ArrayType array)
        {
            ranks.Append('[').Append(',', array.Rank - 1).Append(']');
            type = array.ElementType;
        }

        return Of(type) + ranks;
    }

    private static string OfInstance(GenericInstanceType instance)
    {
        var arguments = instance.GenericArguments.Select(Of).ToList();
        var element = instance.ElementType;
        if (element.DeclaringType is null && element.Namespace == "System")
        {
            if (element.Name == "Nullable`1" && arguments.Count == 1)
                return arguments[0] + "?";
            if (element.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) && arguments.Count > 1)
                return "(" + string.Join(", ", Flatten(instance)) + ")";
        }

        return OfLevels(element, arguments, out _);
    }

    // The eighth element of a tuple is a tuple of the rest.
    private static IEnumerable<string> Flatten(GenericInstanceType tuple)
    {
        for (var i = 0; i < tuple.GenericArguments.Count; i++)
        {
            if (i == 7 && tuple.GenericArguments[i] is GenericInstanceType rest)
            {
                foreach (var element in Flatten(rest))
                    yield return element;
            }
            else
            {
                yield return Of(tuple.GenericArguments[i]);
            }
        }
    }

    private static string OfNamed(TypeReference type)
    {
        if (type.DeclaringType is null && type.Namespace == "System" && Keywords.TryGetValue(type.Name, out var keyword))
            return keyword;
        return OfLevels(type, [], out _);
    }

    private static string OfLevels(TypeReference type, IReadOnlyList<string> arguments, out int used)
    {
        var outer = "";
        used = 0;
        if (type.DeclaringType is { } declaring)
            outer = OfLevels(declaring, arguments, out used) + ".";

        var arity = DocumentationId.ArityOf(type.Name, out var name);
        if (arity == 0 || used + arity > arguments.Count)
            return outer + name;
        var own = string.Join(", ", arguments.Skip(used).Take(arity));
        used += arity;
        return outer + name + "<" + own + ">";
    }
}
