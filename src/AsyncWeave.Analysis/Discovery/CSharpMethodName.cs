using System.Reflection;
using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>A method as people write it: <c>SubmitAsync(int)</c>, <c>this[int].get</c>.</summary>
internal readonly struct CSharpMethodName(MetadataReader metadata, MethodDefinition method, MethodSignature<SignatureType> signature, GenericNames names)
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_Multiply"] = "*", ["op_Division"] = "/", ["op_Modulus"] = "%",
        ["op_BitwiseAnd"] = "&", ["op_BitwiseOr"] = "|", ["op_ExclusiveOr"] = "^", ["op_LeftShift"] = "<<", ["op_RightShift"] = ">>",
        ["op_UnsignedRightShift"] = ">>>", ["op_Equality"] = "==", ["op_Inequality"] = "!=", ["op_LessThan"] = "<", ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=", ["op_GreaterThanOrEqual"] = ">=", ["op_LogicalNot"] = "!", ["op_OnesComplement"] = "~",
        ["op_UnaryNegation"] = "-", ["op_UnaryPlus"] = "+", ["op_Increment"] = "++", ["op_Decrement"] = "--", ["op_True"] = "true", ["op_False"] = "false",
    };

    /// <summary>Without the type.</summary>
    public string Member
    {
        get
        {
            var name = metadata.GetString(method.Name);
            if (name == ".ctor")
                return "new" + Parameters;
            if (name == ".cctor")
                return "static new()";
            if (IsSpecialName && Operators.TryGetValue(name, out var sign))
                return "operator " + sign + Parameters;
            if (name is "op_Implicit" or "op_Explicit")
                return (name == "op_Implicit" ? "implicit" : "explicit") + " operator " + CSharpTypeName.Of(signature.ReturnType, names) + Parameters;

            var (qualifier, simpleName) = SplitExplicit(name);
            if (AccessorOf(simpleName) is { } accessor)
                return qualifier + accessor;
            return qualifier + simpleName + TypeParameters + Parameters;
        }
    }

    /// <summary>What a lambda or local function is called with: <c>(int, string)</c>.</summary>
    public string Parameters => "(" + ParameterList(signature.ParameterTypes.Length) + ")";

    /// <summary><c>&lt;T, U&gt;</c>; empty for a method that is not generic.</summary>
    public string TypeParameters
    {
        get
        {
            var reader = metadata;
            var parameters = method.GetGenericParameters();
            return parameters.Count == 0 ? "" : "<" + string.Join(", ", parameters.Select(p => reader.GetString(reader.GetGenericParameter(p).Name))) + ">";
        }
    }

    private bool IsSpecialName => (method.Attributes & MethodAttributes.SpecialName) != 0;

    private string ParameterList(int count)
    {
        var list = "";
        for (var i = 0; i < count; i++)
            list += (i > 0 ? ", " : "") + Parameter(i);
        return list;
    }

    private string Parameter(int index)
    {
        var type = CSharpTypeName.Of(signature.ParameterTypes[index], names);
        if (!type.StartsWith("ref ", StringComparison.Ordinal))
            return type;
        var attributes = AttributesOf(index);
        return (attributes & ParameterAttributes.Out) != 0 ? "out " + type.Substring(4)
            : (attributes & ParameterAttributes.In) != 0 ? "in " + type.Substring(4)
            : type;
    }

    private ParameterAttributes AttributesOf(int index)
    {
        foreach (var handle in method.GetParameters())
        {
            var parameter = metadata.GetParameter(handle);
            if (parameter.SequenceNumber == index + 1) // 0 is the return value
                return parameter.Attributes;
        }

        return ParameterAttributes.None;
    }

    private string? AccessorOf(string name)
    {
        if (!IsSpecialName || name.IndexOf('_') is var split && split is not (3 or 6))
            return null;
        var kind = name.Substring(0, split);
        if (kind is not ("get" or "set" or "add" or "remove"))
            return null;

        var member = name.Substring(split + 1);
        var indexes = signature.ParameterTypes.Length - (kind == "get" ? 0 : 1);
        return (indexes > 0 ? "this[" + ParameterList(indexes) + "]" : member) + "." + kind;
    }

    // Shop.IStore<System.Int32>.LoadAsync  ->  IStore<int> is spelled in metadata with namespaces: keep the last segments
    private static (string Qualifier, string Name) SplitExplicit(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot <= 0 ? ("", name) : (WithoutNamespaces(name.Substring(0, dot)) + ".", name.Substring(dot + 1));
    }

    private static string WithoutNamespaces(string qualified)
    {
        var shortened = new System.Text.StringBuilder();
        var start = 0;
        for (var i = 0; i <= qualified.Length; i++)
        {
            if (i < qualified.Length && qualified[i] is not ('<' or '>' or ',' or ' '))
                continue;
            var segment = qualified.Substring(start, i - start);
            shortened.Append(segment.Substring(segment.LastIndexOf('.') + 1));
            if (i < qualified.Length)
                shortened.Append(qualified[i]).Append(qualified[i] == ',' ? " " : "");
            start = i + 1;
        }

        return shortened.ToString();
    }
}
