using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Gives methods their names; a lambda or local function has those of the method that it stands in, and a place there.</summary>
internal sealed class MethodNaming
{
    private readonly OpenedModule module;
    private readonly ContainingMethods containing;
    private readonly Dictionary<MethodDefinitionHandle, NestedPlace> nested = [];

    /// <param name="kickoffs">All methods to be named: a lambda's number is its place among those of its method.</param>
    public MethodNaming(OpenedModule module, IReadOnlyList<MethodDefinitionHandle> kickoffs)
    {
        this.module = module;
        containing = new ContainingMethods(module);
        var functions = new List<NestedFunction>();
        foreach (var kickoff in kickoffs)
        {
            if (TryReadNested(kickoff) is { } function)
                functions.Add(function);
        }

        foreach (var family in functions.Where(function => !function.Home.IsNil).GroupBy(function => MetadataTokens.GetRowNumber(function.Home)))
            PlaceFamily(family.First().Home, family);
    }

    /// <exception cref="BadImageFormatException">The method's name or signature cannot be read.</exception>
    public MethodNames Of(MethodDefinitionHandle kickoff)
    {
        if (!nested.TryGetValue(kickoff, out var place))
            return new MethodNames(module.Names.IdOf(kickoff), module.Names.PatternOf(kickoff), module.Names.DisplayOf(kickoff), null);
        return place.Local is null ? Lambda(place.Home, place.Number) : Local(place.Home, kickoff, place.Local, place.Number);
    }

    /// <summary>Null for an ordinary method.</summary>
    private NestedFunction? TryReadNested(MethodDefinitionHandle method)
    {
        try
        {
            return CompilerName.TryParse(module.NameOf(method)) is { } name ? new NestedFunction(method, name, containing.Of(method, name)) : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null; // what is wrong with it comes out when it is asked for by itself
        }
    }

    private void PlaceFamily(MethodDefinitionHandle home, IEnumerable<NestedFunction> family)
    {
        var lambdas = 0;
        var locals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (method, name, _) in family.OrderBy(function => function.Name.Ordinal).ThenBy(function => MetadataTokens.GetRowNumber(function.Method)))
        {
            nested[method] = name.Local is null
                ? new NestedPlace(home, null, ++lambdas)
                : new NestedPlace(home, name.Local, locals[name.Local] = locals.TryGetValue(name.Local, out var seen) ? seen + 1 : 1);
        }
    }

    private MethodNames Lambda(MethodDefinitionHandle home, int number)
    {
        var suffix = "<lambda " + number.ToString(CultureInfo.InvariantCulture) + ">";
        var id = module.Names.IdOf(home);
        return new MethodNames(id + "." + suffix, module.Names.PatternOf(home) + "." + suffix,
            WithoutParameters(home) + ": lambda " + number.ToString(CultureInfo.InvariantCulture), id);
    }

    private MethodNames Local(MethodDefinitionHandle home, MethodDefinitionHandle method, string name, int number)
    {
        // Two blocks of one method may each have a local function of the same name.
        var suffix = number == 1 ? name : name + "`" + number.ToString(CultureInfo.InvariantCulture);
        var id = module.Names.IdOf(home);
        return new MethodNames(id + "." + suffix, module.Names.PatternOf(home) + "." + name,
            WithoutParameters(home) + ": local " + name + module.Names.ParametersOf(method), id);
    }

    private string WithoutParameters(MethodDefinitionHandle home)
    {
        var name = module.Names.DisplayOf(home);
        return name.EndsWith(")", StringComparison.Ordinal) ? name.Substring(0, name.LastIndexOf('(')) : name;
    }

    /// <param name="Local">A local function's name; null for a lambda.</param>
    /// <param name="Number">From 1 on: among the lambdas of the method, or its local functions of that name.</param>
    private readonly record struct NestedPlace(MethodDefinitionHandle Home, string? Local, int Number);

    /// <param name="Home">The method that it stands in; nil where nothing points to one.</param>
    private sealed record NestedFunction(MethodDefinitionHandle Method, CompilerName Name, MethodDefinitionHandle Home);
}
