using AsyncWeave.Analysis.Allocation;
using AsyncWeave.Analysis.Describe;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Rules;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis;

/// <summary>The corridor: calls the rooms in order, for one assembly.</summary>
internal sealed class AssemblyAnalysis
{
    private readonly OpenedModule module;
    private readonly ImplementationResolver resolver;
    private readonly LayoutEngine layouts;
    private readonly AllocationModel allocations;
    private readonly MethodDescription descriptions;
    private readonly DeclarationReader declarations;
    private readonly FunctionUses uses;
    private readonly RuleSet? rules;
    private readonly ToolFindings findings = new();

    public AssemblyAnalysis(OpenedModule module, ImplementationResolver resolver, bool runRules)
    {
        this.module = module;
        this.resolver = resolver;
        layouts = new LayoutEngine(resolver, module);
        allocations = new AllocationModel(module, resolver, layouts);
        descriptions = new MethodDescription(module);
        declarations = new DeclarationReader(module);
        uses = new FunctionUses(module);
        rules = runRules ? new RuleSet(module, uses) : null;
    }

    public AssemblyReport Run(AssemblyIdentity assembly)
    {
        var unreadable = new List<UnreadableMethod>();
        var methods = new List<MethodReport>();
        var found = LambdaNames.Complete(AsyncMethodFinder.Find(module, unreadable), uses);
        foreach (var method in found)
        {
            if (TryAnalyze(method) is { } report)
                methods.Add(report);
        }

        var others = ModuleFindings.Share(methods, rules?.CheckModule(found) ?? []); // last: what lambdas are passed to is known by then
        findings.AddUnreadable(unreadable);
        findings.AddFaults(rules?.Faults ?? []);
        findings.AddAboutSymbols(assembly, methods.Count);
        findings.AddNothingMeasured(assembly, methods.Count);
        return new AssemblyReport(AssemblyReport.CurrentSchemaVersion, ToolInfo.Current, assembly, Runtime(), methods, [.. others, .. findings.ToList()])
        {
            Declarations = declarations.OfAssembly,
        };
    }

    private MethodReport? TryAnalyze(AsyncMethod method)
    {
        try
        {
            return Analyze(method);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            findings.AddNotAnalysed(method, DeclarationSpan.Of(method, module), fault);
            return null;
        }
    }

    private MethodReport Analyze(AsyncMethod method)
    {
        var layout = method.StateMachineHandle.IsNil ? null : layouts.Of(method.StateMachineHandle);
        var saved = method.StateMachineHandle.IsNil ? FieldSavings.None : layouts.SavedBytes(method.StateMachineHandle);
        var flow = MoveNextFlow.Trace(module, method, module.Symbols.Of(method.BodyToken));
        var bill = allocations.Estimate(method, layout, flow); // after layout: boxes embed the struct
        var facts = new MethodFacts(method, layout, flow, bill);
        var report = descriptions.Of(facts, saved) with
        {
            Continuation = allocations.EstimateContinuation(method, flow),
            Declarations = declarations.Of(method),
        };
        if (layout is { Exact: false })
            findings.AddInexact(method, layout);
        if (rules is null)
            return report;

        var described = new DescribedMethod(module, method, report, flow);
        var traps = rules.CheckMethod(described);
        return report with { Diagnostics = traps, Checklist = Rules.Checklist.Of(described, traps, rules.Context) };
    }

    private RuntimeInfo Runtime() => new(
        resolver.Target.Framework,
        resolver.Target.Architecture.ToString().ToLowerInvariant(),
        resolver.Target.PointerSize,
        resolver.FrameworkSource.ToString().ToLowerInvariant());
}
