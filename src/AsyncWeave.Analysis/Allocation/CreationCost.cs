using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>What it costs to make the delegate of an async lambda, before anybody calls it.</summary>
internal sealed class CreationCost(HeapObjects objects)
{
    public AllocationBill Of(AsyncMethod method)
    {
        if (method.Form is not (MethodForm.Lambda or MethodForm.LocalFunction))
            return AllocationBill.Nothing;
        var home = method.Kickoff.DeclaringType;
        var isLambda = method.Form == MethodForm.Lambda;
        if (IsSharedInstance(home) || method.Kickoff.IsStatic)
            return isLambda ? new Bill().Note("it captures nothing: its delegate is made once and kept").Total() : AllocationBill.Nothing;

        var bill = new Bill();
        if (IsClosure(home))
            bill.Add(objects.Of(home.Name, TypeArguments.OverItself(home)), "holds what is captured; one for all lambdas of its scope");
        if (isLambda)
            bill.Add(objects.ActionFor(home) with { Type = "delegate" }, "made each time the lambda's expression is evaluated");
        return bill.Total();
    }

    // <>c: the class of the lambdas that capture nothing.
    private static bool IsSharedInstance(TypeDefinition home) => home.Name == "<>c" || home.Name.StartsWith("<>c__", StringComparison.Ordinal) && !IsClosure(home);

    // <>c__DisplayClass0_0 in C#, _Closure$__1-0 in Visual Basic.
    private static bool IsClosure(TypeDefinition home) =>
        !home.IsValueType && (home.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal) || home.Name.StartsWith("_Closure$__", StringComparison.Ordinal));
}
