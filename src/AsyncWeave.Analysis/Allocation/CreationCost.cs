using System.Reflection;
using System.Reflection.Metadata;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>What it costs to make the delegate of an async lambda, before anybody calls it.</summary>
internal sealed class CreationCost(OpenedModule module, HeapObjects objects)
{
    public AllocationBill Of(AsyncMethod method)
    {
        if (method.Form is not (MethodForm.Lambda or MethodForm.LocalFunction))
            return AllocationBill.Nothing;
        var kickoff = module.Metadata.GetMethodDefinition(method.KickoffHandle);
        var home = kickoff.GetDeclaringType();
        var name = module.Text(module.Metadata.GetTypeDefinition(home).Name);
        var isLambda = method.Form == MethodForm.Lambda;
        if (IsSharedInstance(home, name) || (kickoff.Attributes & MethodAttributes.Static) != 0)
            return isLambda ? new Bill().Note("it captures nothing: its delegate is made once and kept").Total() : AllocationBill.Nothing;

        var bill = new Bill();
        if (IsClosure(home, name))
            bill.Add(objects.Of(name, home), "holds what is captured; one for all lambdas of its scope");
        if (isLambda)
            bill.Add(objects.Action with { Type = "delegate" }, "made each time the lambda's expression is evaluated");
        return bill.Total();
    }

    // <>c: the class of the lambdas that capture nothing.
    private bool IsSharedInstance(TypeDefinitionHandle home, string name) => name == "<>c" || name.StartsWith("<>c__", StringComparison.Ordinal) && !IsClosure(home, name);

    // <>c__DisplayClass0_0 in C#, _Closure$__1-0 in Visual Basic.
    private bool IsClosure(TypeDefinitionHandle home, string name) =>
        (name.StartsWith(CompilerName.DisplayClass, StringComparison.Ordinal) || name.StartsWith("_Closure$__", StringComparison.Ordinal)) && !objects.IsStruct(home);
}
