using AsyncWeave.Analysis.Allocation;
using AsyncWeave.Analysis.Describe;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Rules;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis;

/// <summary>The corridor for one method after the other; what the rooms learn of the module's types and members serves the next one.</summary>
internal sealed class MethodAnalysis
{
    private readonly OpenedModule module;
    private readonly LayoutEngine layouts;
    private readonly AllocationModel allocations;
    private readonly MethodDescription descriptions;
    private readonly DeclarationReader declarations;

    public MethodAnalysis(OpenedModule module, ImplementationResolver resolver, FunctionUses uses, bool runRules)
    {
        this.module = module;
        layouts = new LayoutEngine(resolver, module);
        allocations = new AllocationModel(module, resolver, layouts);
        descriptions = new MethodDescription(module);
        declarations = new DeclarationReader(module);
        Rules = runRules ? new RuleSet(module, uses) : null;
    }

    /// <summary>Null where no rules are run.</summary>
    public RuleSet? Rules { get; }

    /// <summary>What stands on the assembly itself.</summary>
    public SourceDeclarations DeclaredOnAssembly => declarations.OfAssembly;

    public AnalysedMethod Run(AsyncMethod method)
    {
        try
        {
            var layout = method.StateMachineHandle.IsNil ? null : layouts.Of(method.StateMachineHandle);
            return new AnalysedMethod(method, Report(method, layout), layout is { Exact: false } ? layout : null, Fault: null, Source: null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new AnalysedMethod(method, Report: null, Inexact: null, fault, DeclarationSpan.Of(method, module));
        }
    }

    private MethodReport Report(AsyncMethod method, TypeLayout? layout)
    {
        var saved = method.StateMachineHandle.IsNil ? FieldSavings.None : layouts.SavedBytes(method.StateMachineHandle);
        var flow = MoveNextFlow.Trace(module, method, module.Symbols.Of(method.BodyToken));
        var bill = allocations.Estimate(method, layout, flow); // after layout: boxes embed the struct
        var report = descriptions.Of(new MethodFacts(method, layout, flow, bill), saved) with
        {
            Continuation = allocations.EstimateContinuation(method, flow),
            Declarations = declarations.Of(method),
        };
        if (Rules is null)
            return report;

        var described = new DescribedMethod(module, method, report, flow);
        var traps = Rules.CheckMethod(described);
        return report with { Diagnostics = traps, Checklist = Checklist.Of(described, traps, Rules.Context) };
    }
}

/// <summary>What came of one method.</summary>
/// <param name="Report">Null where the analysis failed.</param>
/// <param name="Inexact">The layout where it is a lower bound; else null.</param>
/// <param name="Fault">What it failed of; else null.</param>
/// <param name="Source">Where a failed method stands, as far as the symbols know.</param>
internal sealed record AnalysedMethod(AsyncMethod Method, MethodReport? Report, TypeLayout? Inexact, Exception? Fault, SourceSpan? Source);
