using System.Globalization;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Gives methods their names; a lambda or local function has those of the method that it stands in, and a place there.</summary>
internal sealed class MethodNaming
{
    private readonly ContainingMethods containing;
    private readonly Dictionary<MethodDefinition, MethodNames> nested = [];

    /// <param name="kickoffs">All methods to be named: a lambda's number is its place among those of its method.</param>
    public MethodNaming(OpenedModule module, IReadOnlyList<MethodDefinition> kickoffs)
    {
        containing = new ContainingMethods(module);
        foreach (var group in kickoffs.Where(IsNested).GroupBy(FamilyOf))
            NameFamily(group);
    }

    public MethodNames Of(MethodDefinition kickoff) =>
        nested.TryGetValue(kickoff, out var names) ? names
            : new MethodNames(DocumentationId.Of(kickoff), PatternName.Of(kickoff), CSharpMethodName.Of(kickoff), null);

    private static bool IsNested(MethodDefinition kickoff) => CompilerName.TryParse(kickoff.Name) is not null;

    private MethodDefinition? FamilyOf(MethodDefinition kickoff) => containing.Of(kickoff);

    private void NameFamily(IGrouping<MethodDefinition?, MethodDefinition> family)
    {
        var lambdas = 0;
        var locals = new Dictionary<string, int>(StringComparer.Ordinal);
        var members = family.Select(method => (Method: method, Name: CompilerName.TryParse(method.Name)!))
            .OrderBy(member => member.Name.Ordinal).ThenBy(member => member.Method.MetadataToken.RID);
        foreach (var (method, name) in members)
        {
            if (family.Key is not { } home)
                nested[method] = Homeless(method);
            else if (name.Local is null)
                nested[method] = Lambda(home, ++lambdas);
            else
                nested[method] = Local(home, method, name.Local, locals[name.Local] = locals.TryGetValue(name.Local, out var seen) ? seen + 1 : 1);
        }
    }

    private static MethodNames Lambda(MethodDefinition home, int number)
    {
        var suffix = "<lambda " + number.ToString(CultureInfo.InvariantCulture) + ">";
        var id = DocumentationId.Of(home);
        return new MethodNames(id + "." + suffix, PatternName.Of(home) + "." + suffix,
            WithoutParameters(home) + ": lambda " + number.ToString(CultureInfo.InvariantCulture), id);
    }

    private static MethodNames Local(MethodDefinition home, MethodDefinition method, string name, int number)
    {
        // Two blocks of one method may each have a local function of the same name.
        var suffix = number == 1 ? name : name + "`" + number.ToString(CultureInfo.InvariantCulture);
        var id = DocumentationId.Of(home);
        return new MethodNames(id + "." + suffix, PatternName.Of(home) + "." + name,
            WithoutParameters(home) + ": local " + name + CSharpMethodName.TypeParameters(method) + CSharpMethodName.Parameters(method), id);
    }

    private static MethodNames Homeless(MethodDefinition method) =>
        new(DocumentationId.Of(method), PatternName.Of(method), CSharpMethodName.Of(method), null);

    private static string WithoutParameters(MethodDefinition home)
    {
        var name = CSharpMethodName.Of(home);
        return name.EndsWith(")", StringComparison.Ordinal) ? name.Substring(0, name.LastIndexOf('(')) : name;
    }
}
