using AsyncWeave.Analysis.Discovery;

namespace AsyncWeave.Analysis.Rules;

/// <summary>How messages and diagnostics name the method of a body that is not listed itself.</summary>
internal static class BodyIdentity
{
    public static string DisplayName(BodyFacts body)
    {
        if (CompilerName.TryParse(body.Declared.Name) is not { } name)
            return CSharpMethodName.Of(body.Declared);
        var home = new ContainingMethods(body.Module).Of(body.Declared);
        var place = home is null ? CSharpTypeName.OfDefinition(body.Declared.DeclaringType) : CSharpMethodName.Of(home);
        return place + (name.Local is null ? ": lambda" : ": local " + name.Local);
    }

    /// <summary>Documentation id; a lambda's or local function's is that of the method that it stands in.</summary>
    public static string Id(BodyFacts body)
    {
        if (CompilerName.TryParse(body.Declared.Name) is null)
            return DocumentationId.Of(body.Declared);
        return DocumentationId.Of(new ContainingMethods(body.Module).Of(body.Declared) ?? body.Declared);
    }
}
