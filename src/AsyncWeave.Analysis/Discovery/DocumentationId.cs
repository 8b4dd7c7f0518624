using System.Globalization;
using System.Text;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Documentation comment ids (ECMA-334 annex D) as Roslyn's <c>GetDocumentationCommentId</c> writes them.</summary>
internal static class DocumentationId
{
    public static string Of(MethodDefinition method)
    {
        var id = new StringBuilder("M:");
        AppendTypeName(id, method.DeclaringType);
        id.Append('.').Append(Escape(method.Name));
        if (method.HasGenericParameters)
            id.Append("``").Append(Number(method.GenericParameters.Count));
        AppendParameters(id, method);
        if (method.Name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit")
            AppendType(id.Append('~'), method.ReturnType);
        return id.ToString();
    }

    public static string Of(TypeDefinition type)
    {
        var id = new StringBuilder("T:");
        AppendTypeName(id, type);
        return id.ToString();
    }

    private static void AppendParameters(StringBuilder id, MethodDefinition method)
    {
        if (!method.HasParameters)
            return;
        id.Append('(');
        for (var i = 0; i < method.Parameters.Count; i++)
        {
            if (i > 0)
                id.Append(',');
            AppendType(id, method.Parameters[i].ParameterType);
        }

        id.Append(')');
    }

    private static void AppendType(StringBuilder id, TypeReference type)
    {
        switch (type)
        {
            case IModifierType modified:
                AppendType(id, modified.ElementType);
                break;
            case GenericParameter parameter:
                AppendParameter(id, parameter);
                break;
            case ArrayType array:
                AppendType(id, array.ElementType);
                id.Append('[');
                for (var i = 0; array.Rank > 1 && i < array.Rank; i++)
                    id.Append(i > 0 ? ",0:" : "0:");
                id.Append(']');
                break;
            case ByReferenceType reference:
                AppendType(id, reference.ElementType);
                id.Append('@');
                break;
            case PointerType pointer:
                AppendType(id, pointer.ElementType);
                id.Append('*');
                break;
            case GenericInstanceType instance:
                AppendInstance(id, instance.ElementType, instance.GenericArguments);
                break;
            case FunctionPointerType:
                break; // Roslyn writes nothing for them
            default:
                AppendTypeName(id, type);
                break;
        }
    }

    // A nested type's own parameters count on from those of the types around it: Outer`1.Inner`1.M(`0,`1)
    private static void AppendParameter(StringBuilder id, GenericParameter parameter) =>
        id.Append(parameter.Type == GenericParameterType.Method ? "``" : "`").Append(Number(parameter.Position));

    // Metadata keeps the arguments of all levels in one list; an id gives each level its own: Outer{A}.Inner{B}
    private static int AppendInstance(StringBuilder id, TypeReference type, IList<TypeReference> arguments)
    {
        var used = 0;
        if (type.DeclaringType is { } outer)
        {
            used = AppendInstance(id, outer, arguments);
            id.Append('.');
        }
        else if (type.Namespace.Length > 0)
        {
            id.Append(type.Namespace).Append('.');
        }

        var arity = ArityOf(type.Name, out var bareName);
        id.Append(Escape(bareName));
        if (arity == 0 || used + arity > arguments.Count)
            return used;

        id.Append('{');
        for (var i = 0; i < arity; i++)
        {
            if (i > 0)
                id.Append(',');
            AppendType(id, arguments[used + i]);
        }

        id.Append('}');
        return used + arity;
    }

    private static void AppendTypeName(StringBuilder id, TypeReference type)
    {
        if (type.DeclaringType is { } outer)
        {
            AppendTypeName(id, outer);
            id.Append('.');
        }
        else if (type.Namespace.Length > 0)
        {
            id.Append(type.Namespace).Append('.');
        }

        id.Append(Escape(type.Name));
    }

    internal static int ArityOf(string name, out string bareName)
    {
        var tick = name.LastIndexOf('`');
        if (tick > 0 && int.TryParse(name.Substring(tick + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var arity))
        {
            bareName = name.Substring(0, tick);
            return arity;
        }

        bareName = name;
        return 0;
    }

    private static string Escape(string name) => name.Replace('.', '#').Replace('<', '{').Replace('>', '}');

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
