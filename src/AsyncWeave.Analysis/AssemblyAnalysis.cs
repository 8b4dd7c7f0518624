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
    private readonly DeclarationReader declarations;
    private readonly ToolFindings findings = new();

    public AssemblyAnalysis(OpenedModule module, ImplementationResolver resolver)
    {
        this.module = module;
        this.resolver = resolver;
        layouts = new LayoutEngine(resolver);
        allocations = new AllocationModel(resolver, layouts);
        declarations = new DeclarationReader(module);
    }

    public AssemblyReport Run(AssemblyIdentity assembly)
    {
        var unreadable = new List<UnreadableMethod>();
        var methods = new List<MethodReport>();
        foreach (var method in AsyncMethodFinder.Find(module, unreadable))
        {
            if (TryAnalyze(method) is { } report)
                methods.Add(report);
        }

        findings.AddUnreadable(unreadable);
        findings.AddAboutSymbols(assembly, methods.Count);
        findings.AddNothingMeasured(assembly, methods.Count);
        return new AssemblyReport(AssemblyReport.CurrentSchemaVersion, ToolInfo.Current, assembly, Runtime(), methods, findings.ToList())
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
            findings.AddNotAnalysed(method, DeclarationSpan.Of(method, module.Symbols), fault);
            return null;
        }
    }

    private MethodReport Analyze(AsyncMethod method)
    {
        var layout = method.StateMachine is null ? null : layouts.Of(method.StateMachine);
        var flow = MoveNextFlow.Trace(method, module.Symbols.Of(method.Body.MetadataToken.ToInt32()));
        var bill = allocations.Estimate(method, layout, flow); // after layout: boxes embed the struct
        var facts = new MethodFacts(method, layout, flow, bill);
        var report = MethodDescription.Of(facts, module, resolver.Target.PointerSize) with
        {
            Continuation = allocations.EstimateContinuation(method, flow),
            Declarations = declarations.Of(method),
        };
        if (layout is { Exact: false })
            findings.AddInexact(method, layout);
        return report;
    }

    private RuntimeInfo Runtime() => new(
        resolver.Target.Framework,
        resolver.Target.Architecture.ToString().ToLowerInvariant(),
        resolver.Target.PointerSize,
        resolver.FrameworkSource.ToString().ToLowerInvariant());
}
