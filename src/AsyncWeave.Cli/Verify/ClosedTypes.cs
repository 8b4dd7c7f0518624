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
        closed = Attempts(type).Select(arguments => Make(type, arguments)).FirstOrDefault(made => made is not null);
        reason = closed is null ? "no reference types were found that its constraints accept" : null;
        return closed is not null;
    }

    private static IEnumerable<Type[]> Attempts(Type type)
    {
        var parameters = type.GetGenericArguments();
        var plain = Array.ConvertAll(parameters, Plain);
        yield return plain;
        var constrained = Constrained(parameters, plain);
        yield return constrained;
        yield return [.. parameters.Zip(constrained, (parameter, argument) => Creatable(parameter, argument, type.Assembly))];
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

    private static Type Plain(Type parameter)
    {
        if (!Has(parameter, GenericParameterAttributes.NotNullableValueTypeConstraint))
            return typeof(object);
        return parameter.GetGenericParameterConstraints().Contains(typeof(Enum)) ? typeof(DayOfWeek) : typeof(int);
    }

    /// <summary>Each parameter's own constraint, over what was chosen for the parameters that it names.</summary>
    private static Type[] Constrained(Type[] parameters, Type[] plain)
    {
        var arguments = (Type[])plain.Clone();
        // A constraint may name parameters that stand behind it; as many rounds as there are parameters settle all.
        for (var round = 0; round < parameters.Length; round++)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                if (plain[i] == typeof(object))
                    arguments[i] = FromConstraint(parameters[i], arguments) ?? plain[i];
            }
        }

        return arguments;
    }

    private static Type? FromConstraint(Type parameter, Type[] arguments)
    {
        var constraint = parameter.GetGenericParameterConstraints().FirstOrDefault(type => !type.IsValueType && type != typeof(Enum));
        // where T : IComparable<T>, IEquatable<T>
        if (constraint is not null && Mentions(constraint, parameter))
            return typeof(string);
        return constraint is null ? null : Substitute(constraint, arguments);
    }

    private static bool Mentions(Type type, Type parameter) =>
        type == parameter || Array.Exists(type.GetGenericArguments(), argument => Mentions(argument, parameter));

    private static Type? Substitute(Type type, Type[] arguments)
    {
        if (type.IsGenericParameter)
            return arguments[type.GenericParameterPosition];
        if (!type.ContainsGenericParameters)
            return type;
        var inside = type.GetGenericArguments().Select(argument => Substitute(argument, arguments)).ToArray();
        return Array.Exists(inside, argument => argument is null) ? null : Make(type.GetGenericTypeDefinition(), inside!);
    }

    // where T : Handler, new(): a class of the assembly that meets both.
    private static Type Creatable(Type parameter, Type argument, Assembly assembly) =>
        Has(parameter, GenericParameterAttributes.DefaultConstructorConstraint) && argument.IsAbstract
            ? Array.Find(assembly.GetTypes(), type => IsCreatable(type) && argument.IsAssignableFrom(type)) ?? argument
            : argument;

    private static bool IsCreatable(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.GetConstructor(Type.EmptyTypes) is not null;

    private static bool Has(Type parameter, GenericParameterAttributes constraint) => (parameter.GenericParameterAttributes & constraint) != 0;
}
