using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;
using Mono.Cecil;
using MethodDefinition = Mono.Cecil.MethodDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;
using TypeReference = Mono.Cecil.TypeReference;

namespace AsyncWeave.Analysis.Rules;

/// <summary>An async void that no event asks for: nobody can await it, and its failure ends the process.</summary>
internal sealed class AW2003AsyncVoid(FunctionUses uses) : IMethodRule
{
    private const int DeepestBase = 32;

    public DiagnosticDescriptor Descriptor => DiagnosticTable.AsyncVoid;

    public IEnumerable<Finding> Check(DescribedMethod facts) =>
        facts.Method.Kind != MethodKind.Async || !facts.ReturnsNothing || TakesEventArgs(facts) ? [] : Find(facts);

    private IEnumerable<Finding> Find(DescribedMethod facts)
    {
        var kickoff = facts.Method.Kickoff;
        var delegates = uses.Of(facts.Method.KickoffHandle).ToList();
        if (delegates.Exists(use => use.Consumer?.Name.StartsWith("add_", StringComparison.Ordinal) == true))
            yield break;

        var forced = kickoff.IsVirtual && (kickoff.HasOverrides || kickoff.IsReuseSlot || ImplementsInterface(kickoff));
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
        var parameters = facts.Module.Signatures.OfMethod(facts.Module.Metadata.GetMethodDefinition(facts.Method.KickoffHandle).Signature).ParameterTypes;
        return parameters.Length == 2 && (IsNamedEventArgs(parameters[1]) || IsEventArgs(facts.Method.Kickoff.Parameters[1].ParameterType));
    }

    private static bool IsNamedEventArgs(SignatureType type) => type is NamedSignature named && named.Type.Name.EndsWith("EventArgs", StringComparison.Ordinal);

    private static bool IsEventArgs(TypeReference type)
    {
        if (type.Name.EndsWith("EventArgs", StringComparison.Ordinal))
            return true;
        if (type is GenericParameter parameter)
            return parameter.Constraints.Any(constraint => constraint.ConstraintType.Name == "EventArgs");
        if (type.IsPrimitive || type is TypeSpecification)
            return false;

        var definition = Resolve(type);
        for (var depth = 0; definition is not null && depth < DeepestBase; depth++)
        {
            if (definition.FullName == "System.EventArgs")
                return true;
            definition = definition.BaseType is { } parent ? Resolve(parent) : null;
        }

        return false;
    }

    private static TypeDefinition? Resolve(TypeReference type)
    {
        try
        {
            return type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null; // by its name it is none
        }
    }

    private static bool ImplementsInterface(MethodDefinition method)
    {
        foreach (var implemented in method.DeclaringType.Interfaces)
        {
            if (Resolve(implemented.InterfaceType)?.Methods.Any(m => m.Name == method.Name && m.Parameters.Count == method.Parameters.Count) == true)
                return true;
        }

        return false;
    }
}
