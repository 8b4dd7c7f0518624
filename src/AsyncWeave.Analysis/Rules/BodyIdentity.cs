using AsyncWeave.Analysis.Discovery;

namespace AsyncWeave.Analysis.Rules;

/// <summary>How messages and diagnostics name the method of a body that is not listed itself.</summary>
internal static class BodyIdentity
{
    public static string DisplayName(BodyFacts body)
    {
        if (CompilerName.TryParse(body.DeclaredName) is not { } name)
            return body.Module.Names.DisplayOf(body.Declared);
        var home = new ContainingMethods(body.Module).Of(body.Declared, name);
        var place = home.IsNil ? body.Module.Names.DisplayOf(body.Module.Metadata.GetMethodDefinition(body.Declared).GetDeclaringType()) : body.Module.Names.DisplayOf(home);
        return place + (name.Local is null ? ": lambda" : ": local " + name.Local);
    }

    /// <summary>Documentation id; a lambda's or local function's is that of the method that it stands in.</summary>
    public static string Id(BodyFacts body)
    {
        var home = new ContainingMethods(body.Module).Of(body.Declared);
        return body.Module.Names.IdOf(home.IsNil ? body.Declared : home);
    }
}
