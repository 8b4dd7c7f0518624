using System.Text;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Writes a called method as <c>Namespace.Type.Method(ParameterTypes)</c>, with metadata names and the call's own type arguments filled in.</summary>
/// <param name="callee">What the callee's type parameters mean.</param>
/// <param name="caller">What the caller's are called: a type argument may name them.</param>
internal sealed class OperationName(CalleeArguments callee, GenericNames caller)
{
    // Signatures can nest without end in hostile metadata.
    private const int Deepest = 16;
    private const int Longest = 4096;

    private readonly StringBuilder name = new();

    /// <summary>A type parameter of the caller stands in the name.</summary>
    public bool NamesCallersParameters { get; private set; }

    public string Write(string? type, string method, IReadOnlyList<SignatureType> parameters)
    {
        name.Append(type).Append('.').Append(method).Append('(');
        for (var i = 0; i < parameters.Count; i++)
        {
            if (i > 0)
                name.Append(',');
            Append(parameters[i], isOfCaller: false, 0);
        }

        return name.Append(')').ToString();
    }

    private void Append(SignatureType type, bool isOfCaller, int depth)
    {
        if (depth > Deepest || name.Length > Longest)
        {
            name.Append('…');
            return;
        }

        switch (type)
        {
            case ParameterSignature parameter when isOfCaller:
                NamesCallersParameters = true;
                name.Append(caller.Of(parameter));
                break;
            case ParameterSignature parameter when callee.ArgumentOf(parameter) is { } argument:
                Append(argument, isOfCaller: true, depth + 1);
                break;
            case ParameterSignature parameter:
                name.Append(callee.Names.Of(parameter));
                break;
            case InstanceSignature instance:
                AppendInstance(instance, isOfCaller, depth);
                break;
            case ArraySignature array:
                Append(array.Element, isOfCaller, depth + 1);
                name.Append('[').Append(',', Math.Max(0, array.Rank - 1)).Append(']');
                break;
            case PointerSignature pointer:
                Append(pointer.Element, isOfCaller, depth + 1);
                name.Append(pointer.IsPointer ? '*' : '&');
                break;
            case ModifiedSignature modified:
                Append(modified.Element, isOfCaller, depth + 1);
                break;
            default:
                name.Append(FullTypeName.Of(type, caller));
                break;
        }
    }

    private void AppendInstance(InstanceSignature instance, bool isOfCaller, int depth)
    {
        name.Append(instance.Generic.Type.FullName).Append('<');
        for (var i = 0; i < instance.Arguments.Length; i++)
        {
            if (i > 0)
                name.Append(',');
            Append(instance.Arguments[i], isOfCaller, depth + 1);
        }

        name.Append('>');
    }
}
