using System.Text;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Layout;

/// <summary>Full metadata names with type arguments, as reports show them: <c>System.Collections.Generic.List`1&lt;System.String&gt;</c>.</summary>
internal static class TypeNames
{
    // Written-out names of endless expansions (S<T> holding S<Pair<T, T>>) double at every step; real ones stay far below.
    public const int Longest = 20_000;

    public static string Of(TypeDeclaration declaration, ClosedType[] arguments) =>
        arguments.Length == 0 ? declaration.FullName : declaration.FullName + "<" + string.Join(",", arguments.Select(argument => argument.Name)) + ">";

    /// <summary>Written from the signature alone: nothing is resolved.</summary>
    public static void Write(StringBuilder text, SignatureType type, ClosedType[] arguments)
    {
        if (text.Length > Longest)
            return;
        switch (type)
        {
            case ParameterSignature { IsOfMethod: false } parameter when parameter.Index < arguments.Length:
                text.Append(arguments[parameter.Index].Name);
                break;
            case InstanceSignature instance:
                text.Append(instance.Generic.Type.FullName).Append('<');
                for (var i = 0; i < instance.Arguments.Length; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Write(text, instance.Arguments[i], arguments);
                }

                text.Append('>');
                break;
            case ArraySignature array:
                Write(text, array.Element, arguments);
                text.Append('[').Append(',', Math.Max(0, array.Rank - 1)).Append(']');
                break;
            case PointerSignature pointer:
                Write(text, pointer.Element, arguments);
                text.Append(pointer.IsPointer ? '*' : '&');
                break;
            case ModifiedSignature modified:
                Write(text, modified.Element, arguments);
                break;
            case NamedSignature named:
                text.Append(named.Type.FullName);
                break;
            default:
                text.Append(type.SimpleName);
                break;
        }
    }
}
