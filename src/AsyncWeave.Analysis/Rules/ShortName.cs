namespace AsyncWeave.Analysis.Rules;

/// <summary>Names for messages: the type and the member, without namespaces and parameters.</summary>
internal static class ShortName
{
    /// <param name="operation"><c>Namespace.Type.Method(ParameterTypes)</c>.</param>
    public static string? OfOperation(string? operation)
    {
        if (operation is null)
            return null;
        var parenthesis = operation.IndexOf('(');
        var name = parenthesis < 0 ? operation : operation.Substring(0, parenthesis);
        var method = name.LastIndexOf('.');
        var type = method <= 0 ? -1 : name.LastIndexOfAny(['.', '/'], method - 1);
        return WithoutArity(name.Substring(type + 1));
    }

    public static string OfType(string fullName)
    {
        var bracket = fullName.IndexOf('<');
        var name = bracket < 0 ? fullName : fullName.Substring(0, bracket);
        return WithoutArity(name.Substring(name.LastIndexOfAny(['.', '/']) + 1));
    }

    private static string WithoutArity(string name)
    {
        var tick = name.IndexOf('`');
        if (tick < 0)
            return name;
        var end = tick + 1;
        while (end < name.Length && name[end] is >= '0' and <= '9')
            end++;
        return WithoutArity(name.Substring(0, tick) + name.Substring(end));
    }
}
