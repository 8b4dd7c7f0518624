using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Reads budgets and suppressions that stand in source as attributes, nearest first.</summary>
internal sealed class DeclarationReader(OpenedModule module)
{
    private readonly ContainingMethods containing = new(module);
    private SourceDeclarations? ofAssembly;

    /// <summary>What the assembly itself says.</summary>
    public SourceDeclarations OfAssembly => ofAssembly ??= Collect([(EntityHandle.AssemblyDefinition, "assembly")], targets: null);

    /// <summary>For a listed method, by its names.</summary>
    public SourceDeclarations Of(AsyncMethod method) => Of(method.KickoffHandle, method.Names.Id, method.Names.ContainingMethod);

    /// <summary>For any method: itself, the method that it stands in, its types outward, the assembly.</summary>
    public SourceDeclarations Of(MethodDefinitionHandle method, string id, string? containingId)
    {
        if (!module.Attributes.Contains(KnownAttribute.AsyncBudget) && !module.Attributes.Contains(KnownAttribute.UnconditionalSuppressMessage))
            return SourceDeclarations.None;
        var places = new List<(EntityHandle, string)> { (method, "method") };
        if (containing.Of(method) is { IsNil: false } home)
            places.Add((home, "method " + module.NameOf(home)));
        var targets = new List<string> { id };
        if (containingId is not null)
            targets.Add(containingId);
        for (var type = module.Metadata.GetMethodDefinition(method).GetDeclaringType(); !type.IsNil; type = module.Metadata.GetTypeDefinition(type).GetDeclaringType())
        {
            places.Add((type, "type " + module.Names.DisplayOf(type)));
            targets.Add(module.Names.IdOf(type));
        }

        places.Add((EntityHandle.AssemblyDefinition, "assembly"));
        return Collect(places, targets);
    }

    private SourceDeclarations Collect(List<(EntityHandle Place, string Scope)> places, List<string>? targets)
    {
        var budgets = new List<DeclaredBudget>();
        var suppressions = new List<Suppression>();
        foreach (var (place, scope) in places)
        {
            foreach (var row in module.Attributes.On(place, KnownAttribute.AsyncBudget))
                budgets.Add(new DeclaredBudget(scope, DeclaredAttributes.Limits(module.Metadata, row.Handle)));
            foreach (var row in module.Attributes.On(place, KnownAttribute.UnconditionalSuppressMessage))
            {
                if (DeclaredAttributes.Suppression(module.Metadata, row.Handle, scope, targets) is { } suppression)
                    suppressions.Add(suppression);
            }
        }

        return budgets.Count + suppressions.Count == 0 ? SourceDeclarations.None : new SourceDeclarations(budgets, suppressions);
    }
}
