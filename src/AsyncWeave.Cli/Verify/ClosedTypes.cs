using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace AsyncWeave.Cli.Verify;

/// <summary>Closes generic types as the report assumes: over reference types, or over int where a struct is asked for.</summary>
internal static class ClosedTypes
{
    public static bool TryClose(Type type, [NotNullWhen(true)] out Type? closed, [NotNullWhen(false)] out string? reason)
    {
        (closed, reason) = (type, null);
        if (!type.ContainsGenericParameters)
            return true;
        closed = Attempts(type.GetGenericArguments()).Select(arguments => Make(type, arguments)).FirstOrDefault(made => made is not null);
        reason = closed is null ? "no reference types were found that its constraints accept" : null;
        return closed is not null;
    }

    private static IEnumerable<Type[]> Attempts(Type[] parameters)
    {
        yield return Array.ConvertAll(parameters, Plain);
        yield return Array.ConvertAll(parameters, parameter => IsStruct(parameter) ? Plain(parameter) : FromConstraint(parameter));
        yield return Array.ConvertAll(parameters, parameter => IsStruct(parameter) ? Plain(parameter) : typeof(string));
    }

    private static Type? Make(Type type, Type[] arguments)
    {
        try
        {
            return type.MakeGenericType(arguments);
        }
        catch (Exception refused) when (refused is ArgumentException or TypeLoadException or FileNotFoundException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsStruct(Type parameter) =>
        (parameter.GenericParameterAttributes & GenericParameterAttributes.NotNullableValueTypeConstraint) != 0;

    private static Type Plain(Type parameter)
    {
        if (!IsStruct(parameter))
            return typeof(object);
        return parameter.GetGenericParameterConstraints().Contains(typeof(Enum)) ? typeof(DayOfWeek) : typeof(int);
    }

    // where T : IAsyncEnumerable<U>: the constraint itself, over object.
    private static Type FromConstraint(Type parameter)
    {
        var constraint = parameter.GetGenericParameterConstraints().FirstOrDefault(type => !type.IsValueType && !type.IsGenericParameter && type != typeof(Enum));
        if (constraint is not { ContainsGenericParameters: true })
            return constraint ?? typeof(object);
        var arguments = Array.ConvertAll(constraint.GetGenericArguments(), argument => argument.IsGenericParameter ? Plain(argument) : argument);
        return Array.Exists(arguments, argument => argument.ContainsGenericParameters)
            ? typeof(object)
            : Make(constraint.GetGenericTypeDefinition(), arguments) ?? typeof(object);
    }
}
