using System.Text;
using AsyncWeave.Analysis.Reading.Signatures;

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

    public static string Of(SignatureType type, GenericNames parameters) => type switch
    {
        ModifiedSignature modified => Of(modified.Element, parameters),
        ParameterSignature parameter => parameters.Of(parameter),
        ArraySignature array => OfArray(array, parameters),
        PointerSignature { IsPointer: false } reference => "ref " + Of(reference.Element, parameters),
        PointerSignature pointer => Of(pointer.Element, parameters) + "*",
        InstanceSignature instance => OfInstance(instance, parameters),
        NamedSignature named => OfNamed(named.Type),
        _ => "delegate*",
    };

    /// <summary>The type with those around it: <c>Outer&lt;T&gt;.Inner</c>; its own parameters by name.</summary>
    public static string OfDefinition(NamedType type, IReadOnlyList<string> parameters) => OfLevels(type, parameters, out _);

    // C# writes the outermost rank first: int[][,] is an array of two-dimensional arrays
    private static string OfArray(SignatureType type, GenericNames parameters)
    {
        var ranks = new StringBuilder();
        while (type is ArraySignature array)
        {
            ranks.Append('[').Append(',', Math.Max(0, array.Rank - 1)).Append(']');
            type = array.Element;
        }

        return Of(type, parameters) + ranks;
    }

    private static string OfInstance(InstanceSignature instance, GenericNames parameters)
    {
        var arguments = Array.ConvertAll(instance.Arguments, argument => Of(argument, parameters));
        var element = instance.Generic.Type;
        if (element.Outer is null && element.Namespace == "System")
        {
            if (element.Name == "Nullable`1" && arguments.Length == 1)
                return arguments[0] + "?";
            if (element.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) && arguments.Length > 1)
                return "(" + string.Join(", ", Flatten(instance, parameters)) + ")";
        }

        return OfLevels(element, arguments, out _);
    }

    // The eighth element of a tuple is a tuple of the rest.
    private static IEnumerable<string> Flatten(InstanceSignature tuple, GenericNames parameters)
    {
        for (var i = 0; i < tuple.Arguments.Length; i++)
        {
            if (i == 7 && tuple.Arguments[i] is InstanceSignature rest)
            {
                foreach (var element in Flatten(rest, parameters))
                    yield return element;
            }
            else
            {
                yield return Of(tuple.Arguments[i], parameters);
            }
        }
    }

    private static string OfNamed(NamedType type)
    {
        if (type.Outer is null && type.Namespace == "System" && Keywords.TryGetValue(type.Name, out var keyword))
            return keyword;
        return OfLevels(type, [], out _);
    }

    private static string OfLevels(NamedType type, IReadOnlyList<string> arguments, out int used)
    {
        var outer = "";
        used = 0;
        if (type.Outer is { } declaring)
            outer = OfLevels(declaring, arguments, out used) + ".";

        var arity = DocumentationId.ArityOf(type.Name, out var name);
        if (arity == 0 || used + arity > arguments.Count)
            return outer + name;
        var own = string.Join(", ", arguments.Skip(used).Take(arity));
        used += arity;
        return outer + name + "<" + own + ">";
    }
}
