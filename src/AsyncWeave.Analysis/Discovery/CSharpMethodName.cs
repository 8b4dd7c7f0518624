using Mono.Cecil;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>A method as people write it: <c>Orders.SubmitAsync(int)</c>, <c>Cache&lt;T&gt;.this[int].get</c>.</summary>
internal static class CSharpMethodName
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_Multiply"] = "*", ["op_Division"] = "/", ["op_Modulus"] = "%",
        ["op_BitwiseAnd"] = "&", ["op_BitwiseOr"] = "|", ["op_ExclusiveOr"] = "^", ["op_LeftShift"] = "<<", ["op_RightShift"] = ">>",
        ["op_UnsignedRightShift"] = ">>>", ["op_Equality"] = "==", ["op_Inequality"] = "!=", ["op_LessThan"] = "<", ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=", ["op_GreaterThanOrEqual"] = ">=", ["op_LogicalNot"] = "!", ["op_OnesComplement"] = "~",
        ["op_UnaryNegation"] = "-", ["op_UnaryPlus"] = "+", ["op_Increment"] = "++", ["op_Decrement"] = "--", ["op_True"] = "true", ["op_False"] = "false",
    };

    public static string Of(MethodDefinition method) => CSharpTypeName.OfDefinition(method.DeclaringType) + "." + MemberOf(method);

    /// <summary>Without the type: <c>SubmitAsync(int)</c>.</summary>
    public static string MemberOf(MethodDefinition method)
    {
        var name = method.Name;
        if (name == ".ctor")
            return "new" + Parameters(method);
        if (name == ".cctor")
            return "static new()";
        if (method.IsSpecialName && Operators.TryGetValue(name, out var sign))
            return "operator " + sign + Parameters(method);
        if (name is "op_Implicit" or "op_Explicit")
            return (name == "op_Implicit" ? "implicit" : "explicit") + " operator " + CSharpTypeName.Of(method.ReturnType) + Parameters(method);

        var (qualifier, simpleName) = SplitExplicit(name);
        if (AccessorOf(method, simpleName) is { } accessor)
            return qualifier + accessor;
        return qualifier + simpleName + TypeParameters(method) + Parameters(method);
    }

    /// <summary>What a lambda or local function is called with: <c>(int, string)</c>.</summary>
    public static string Parameters(MethodDefinition method) => "(" + ParameterList(method, method.Parameters.Count) + ")";

    public static string TypeParameters(MethodDefinition method) =>
        method.HasGenericParameters ? "<" + string.Join(", ", method.GenericParameters.Select(p => p.Name)) + ">" : "";

    private static string ParameterList(MethodDefinition method, int count) =>
        string.Join(", ", method.Parameters.Take(count).Select(Parameter));

    private static string Parameter(ParameterDefinition parameter)
    {
        var type = CSharpTypeName.Of(parameter.ParameterType);
        if (!type.StartsWith("ref ", StringComparison.Ordinal))
            return type;
        return parameter.IsOut ? "out " + type.Substring(4) : parameter.IsIn ? "in " + type.Substring(4) : type;
    }

    private static string? AccessorOf(MethodDefinition method, string name)
    {
        if (!method.IsSpecialName || name.IndexOf('_') is var split && split is not (3 or 6))
            return null;
        var kind = name.Substring(0, split);
        if (kind is not ("get" or "set" or "add" or "remove"))
            return null;

        var member = name.Substring(split + 1);
        var indexes = method.Parameters.Count - (kind == "get" ? 0 : 1);
        return (indexes > 0 ? "this[" + ParameterList(method, indexes) + "]" : member) + "." + kind;
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
