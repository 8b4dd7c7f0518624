using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Tells lambdas, local functions, accessors and the entry point from ordinary methods.</summary>
internal sealed class MethodForms(OpenedModule module)
{
    private readonly MethodDefinition? entryPoint = module.Cecil.EntryPoint;

    public MethodForm Of(MethodDefinition kickoff)
    {
        if (CompilerName.TryParse(kickoff.Name) is { } name)
            return name.Form;
        if (IsEntryPoint(kickoff))
            return MethodForm.EntryPoint;
        return kickoff.IsSpecialName && (kickoff.IsGetter || kickoff.IsSetter || kickoff.IsAddOn || kickoff.IsRemoveOn)
            ? MethodForm.Accessor
            : MethodForm.Method;
    }

    // The compiler puts a stub <Main> in front that blocks on the async Main or <Main>$.
    private bool IsEntryPoint(MethodDefinition kickoff)
    {
        if (entryPoint is null || entryPoint.DeclaringType != kickoff.DeclaringType)
            return false;
        if (entryPoint == kickoff)
            return true;
        return entryPoint.Name == "<Main>" && kickoff.Name is "Main" or "<Main>$"
            && entryPoint.HasBody && entryPoint.Body.Instructions.Any(i => i.Operand == kickoff);
    }
}
