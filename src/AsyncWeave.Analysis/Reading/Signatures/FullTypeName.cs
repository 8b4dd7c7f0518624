using System.Globalization;
using System.Text;

namespace AsyncWeave.Analysis.Reading.Signatures;

/// <summary>Full metadata names of signatures: <c>System.Threading.Tasks.Task`1&lt;System.Int32&gt;</c>.</summary>
internal static class FullTypeName
{
    public static string Of(SignatureType type, GenericNames parameters)
    {
        if (type is NamedSignature named)
            return named.Type.FullName;
        var text = new StringBuilder();
        Append(text, type, parameters);
        return text.ToString();
    }

    private static void Append(StringBuilder text, SignatureType type, GenericNames parameters)
    {
        switch (type)
        {
            case NamedSignature named:
                text.Append(named.Type.FullName);
                break;
            case ParameterSignature parameter:
                text.Append(parameters.Of(parameter));
                break;
            case InstanceSignature instance:
                AppendInstance(text, instance, parameters);
                break;
            case ArraySignature array:
                Append(text, array.Element, parameters);
                AppendShape(text, array);
                break;
            case PointerSignature pointer:
                Append(text, pointer.Element, parameters);
                text.Append(pointer.IsPointer ? '*' : '&');
                break;
            case ModifiedSignature modified:
                Append(text, modified.Element, parameters);
                text.Append(modified.IsRequired ? " modreq(" : " modopt(").Append(modified.Modifier?.FullName).Append(')');
                break;
            default:
                text.Append("method");
                break;
        }
    }

    private static void AppendInstance(StringBuilder text, InstanceSignature instance, GenericNames parameters)
    {
        text.Append(instance.Generic.Type.FullName).Append('<');
        for (var i = 0; i < instance.Arguments.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            Append(text, instance.Arguments[i], parameters);
        }

        text.Append('>');
    }

    // [], [,] without bounds, [0...,0...] with lower ones, [0...2] with both
    private static void AppendShape(StringBuilder text, ArraySignature array)
    {
        text.Append('[');
        for (var i = 0; i < array.Rank; i++)
        {
            if (i > 0)
                text.Append(',');
            if (array.Shape is { } shape)
                AppendBounds(text, i < shape.LowerBounds.Length ? shape.LowerBounds[i] : null, i < shape.Sizes.Length ? shape.Sizes[i] : null);
        }

        text.Append(']');
    }

    private static void AppendBounds(StringBuilder text, int? lower, int? size)
    {
        if (lower is not { } first)
            return;
        text.Append(first.ToString(CultureInfo.InvariantCulture)).Append("...").Append((first + size - 1)?.ToString(CultureInfo.InvariantCulture));
    }
}
