using System.Text;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Writes a called method as <c>Namespace.Type.Method(ParameterTypes)</c>, with metadata names and the call's own type arguments filled in.</summary>
internal static class OperationName
{
    // Signatures can nest without end in hostile metadata.
    private const int Deepest = 16;
    private const int Longest = 4096;

    public static string Of(MethodReference method)
    {
        var name = new StringBuilder();
        name.Append(method.DeclaringType.GetElementType().FullName).Append('.').Append(method.Name).Append('(');
        for (var i = 0; i < method.Parameters.Count; i++)
        {
            if (i > 0)
                name.Append(',');
            Append(name, method.Parameters[i].ParameterType, method, 0);
        }

        return name.Append(')').ToString();
    }

    private static void Append(StringBuilder name, TypeReference type, MethodReference context, int depth)
    {
        if (depth > Deepest || name.Length > Longest)
        {
            name.Append('…');
            return;
        }

        switch (type)
        {
            case GenericParameter parameter:
                AppendArgument(name, parameter, context, depth);
                break;
            case GenericInstanceType generic:
                name.Append(generic.ElementType.FullName).Append('<');
                for (var i = 0; i < generic.GenericArguments.Count; i++)
                {
                    if (i > 0)
                        name.Append(',');
                    Append(name, generic.GenericArguments[i], context, depth + 1);
                }

                name.Append('>');
                break;
            case ArrayType array:
                Append(name, array.ElementType, context, depth + 1);
                name.Append('[').Append(',', Math.Max(0, array.Rank - 1)).Append(']');
                break;
            case ByReferenceType reference:
                Append(name, reference.ElementType, context, depth + 1);
                name.Append('&');
                break;
            case IModifierType modified:
                Append(name, modified.ElementType, context, depth + 1);
                break;
            default:
                name.Append(type.FullName);
                break;
        }
    }

    private static void AppendArgument(StringBuilder name, GenericParameter parameter, MethodReference context, int depth)
    {
        var arguments = parameter.Type == GenericParameterType.Method
            ? (context as GenericInstanceMethod)?.GenericArguments
            : (context.DeclaringType as GenericInstanceType)?.GenericArguments;
        if (arguments is not null && parameter.Position < arguments.Count && arguments[parameter.Position] != parameter)
            Append(name, arguments[parameter.Position], NoArguments(context), depth + 1);
        else
            name.Append(parameter.Name);
    }

    // A type argument belongs to the caller; its own parameters are not the callee's.
    private static MethodReference NoArguments(MethodReference context) =>
        new(context.Name, context.ReturnType, context.DeclaringType.GetElementType());
}
