using System.Reflection;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>An async void that no event asks for: nobody can await it, and its failure ends the process.</summary>
internal sealed class AW2003AsyncVoid(FunctionUses uses) : IMethodRule
{
    public DiagnosticDescriptor Descriptor => DiagnosticTable.AsyncVoid;

    public IEnumerable<Finding> Check(DescribedMethod facts) =>
        facts.Method.Kind != MethodKind.Async || !facts.ReturnsNothing || TakesEventArgs(facts) ? [] : Find(facts);

    private IEnumerable<Finding> Find(DescribedMethod facts)
    {
        var delegates = uses.Of(facts.Method.KickoffHandle).ToList();
        if (delegates.Exists(use => use.Consumer?.Name.StartsWith("add_", StringComparison.Ordinal) == true))
            yield break;

        var forced = IsForced(new RowMethod(facts.Module.Rows, facts.Method.KickoffHandle));
        var how = facts.Method.Form == MethodForm.Lambda && delegates.Count > 0
            ? $"is passed as {ShortName.OfType(delegates[0].DelegateType)}{To(delegates[0])}, so it is async void"
            : "is async void";
        var advice = forced
            ? "the base type or interface makes it void: catch everything inside"
            : facts.Method.Form == MethodForm.Lambda ? "pass it where a Func<Task> is taken" : "return Task";
        yield return new Finding(
            $"{facts.Method.Names.DisplayName}: {how}: callers cannot await it and a failure ends the process; {advice}",
            Severity: forced ? Severity.Suggestion : null);
    }

    private static string To(DelegateUse use) => use.Consumer is { } taker
        ? $" to {ShortName.OfType(taker.DeclaringName)}{(taker.Name == ".ctor" ? "" : "." + taker.Name)}"
        : "";

    // (anything, T) where T is an EventArgs: sender types differ between frameworks.
    private static bool TakesEventArgs(DescribedMethod facts)
    {
        var kickoff = new RowMethod(facts.Module.Rows, facts.Method.KickoffHandle);
        var parameters = kickoff.Signature.ParameterTypes;
        return parameters.Length == 2 && IsEventArgs(kickoff, parameters[1]);
    }

    private static bool IsEventArgs(RowMethod method, SignatureType type) => type switch
    {
        ParameterSignature parameter => IsConstrainedToEventArgs(method, parameter),
        { Definition: { Primitive: null } named } => IsEventArgs(method.Module, named),
        _ => false,
    };

    // By its name where the type is not at hand, and of a generic one without the number of its parameters.
    private static bool IsEventArgs(ModuleRows module, NamedType type)
    {
        if (type.Name.EndsWith("EventArgs", StringComparison.Ordinal) || type.Name.Contains("EventArgs`"))
            return true;
        foreach (var definition in module.References.DefinitionOf(type)?.WithBases() ?? [])
        {
            if (definition.Module.Signatures.Types.Of(definition.Handle).Is("System", "EventArgs"))
                return true;
        }

        return false;
    }

    private static bool IsConstrainedToEventArgs(RowMethod method, ParameterSignature parameter)
    {
        var (metadata, row) = (method.Module.Metadata, method.Definition);
        var parameters = parameter.IsOfMethod ? row.GetGenericParameters() : metadata.GetTypeDefinition(row.GetDeclaringType()).GetGenericParameters();
        if (parameter.Index >= parameters.Count)
            return false;
        foreach (var handle in metadata.GetGenericParameter(parameters[parameter.Index]).GetConstraints())
        {
            if (method.Module.Signatures.OfType(metadata.GetGenericParameterConstraint(handle).Type).Definition is { } constraint && IsEventArgs(method.Module, constraint))
                return true;
        }

        return false;
    }

    // An override, or what an interface asks for: its author could not have returned a task.
    private static bool IsForced(RowMethod method)
    {
        var attributes = method.Definition.Attributes;
        return (attributes & MethodAttributes.Virtual) != 0
            && ((attributes & MethodAttributes.NewSlot) == 0 || IsExplicit(method) || ImplementsInterface(method));
    }

    private static bool IsExplicit(RowMethod method)
    {
        foreach (var handle in method.DeclaringType.Definition.GetMethodImplementations())
        {
            if (method.Module.Metadata.GetMethodImplementation(handle).MethodBody == method.Handle)
                return true;
        }

        return false;
    }

    private static bool ImplementsInterface(RowMethod method)
    {
        var (metadata, name) = (method.Module.Metadata, method.Module.Text(method.Definition.Name));
        var parameters = method.Signature.ParameterTypes.Length;
        foreach (var handle in method.DeclaringType.Definition.GetInterfaceImplementations())
        {
            if (method.Module.DefinitionOf(metadata.GetInterfaceImplementation(handle).Interface) is { } implemented
                && implemented.MethodsNamed(name).Any(asked => asked.Signature.ParameterTypes.Length == parameters))
                return true;
        }

        return false;
    }
}
