using System.Globalization;
using System.Text;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>The parts of documentation comment ids (ECMA-334 annex D) as Roslyn's <c>GetDocumentationCommentId</c> writes them.</summary>
internal static class DocumentationId
{
    public static void AppendTypeName(StringBuilder id, NamedType type)
    {
        if (type.Outer is { } outer)
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

    public static void AppendType(StringBuilder id, SignatureType type)
    {
        switch (type)
        {
            case ModifiedSignature modified:
                AppendType(id, modified.Element);
                break;
            // A nested type's own parameters count on from those of the types around it: Outer`1.Inner`1.M(`0,`1)
            case ParameterSignature parameter:
                id.Append(parameter.IsOfMethod ? "``" : "`").Append(Number(parameter.Index));
                break;
            case ArraySignature array:
                AppendType(id, array.Element);
                id.Append('[');
                for (var i = 0; array.Rank > 1 && i < array.Rank; i++)
                    id.Append(i > 0 ? ",0:" : "0:");
                id.Append(']');
                break;
            case PointerSignature pointer:
                AppendType(id, pointer.Element);
                id.Append(pointer.IsPointer ? '*' : '@');
                break;
            case InstanceSignature instance:
                AppendInstance(id, instance.Generic.Type, instance.Arguments);
                break;
            case NamedSignature named:
                AppendTypeName(id, named.Type);
                break;
            default:
                break; // Roslyn writes nothing for function pointers
        }
    }

    // Metadata keeps the arguments of all levels in one list; an id gives each level its own: Outer{A}.Inner{B}
    private static int AppendInstance(StringBuilder id, NamedType type, SignatureType[] arguments)
    {
        var used = 0;
        if (type.Outer is { } outer)
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
        if (arity == 0 || used + arity > arguments.Length)
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

    public static int ArityOf(string name, out string bareName)
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

    public static string Escape(string name) => name.IndexOfAny(['.', '<', '>']) < 0 ? name : name.Replace('.', '#').Replace('<', '{').Replace('>', '}');

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
