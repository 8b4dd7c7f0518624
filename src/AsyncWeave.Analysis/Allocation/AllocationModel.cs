using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>What a call puts on the heap: completing synchronously, at its first suspension, at later ones.</summary>
internal sealed class AllocationModel
{
    private readonly OpenedModule module;
    private readonly BuilderSearch builders;
    private readonly RuntimeGeneration generation;
    private readonly HeapObjects objects;
    private readonly BoxIsTaskModel modern;
    private readonly BoxAndRunnerModel legacy;
    private readonly ContinuationEstimate continuations;
    private readonly CreationCost creation;

    public AllocationModel(OpenedModule module, ImplementationResolver resolver, LayoutEngine layouts)
    {
        this.module = module;
        generation = RuntimeGenerations.Of(resolver.Target.Framework);
        objects = new HeapObjects(module, layouts);
        builders = new BuilderSearch(module, layouts);
        modern = new BoxIsTaskModel(objects, generation, LayoutTarget.Of(resolver.Target).IsLegacy);
        legacy = new BoxAndRunnerModel(objects, resolver.Target.PointerSize);
        continuations = new ContinuationEstimate(module, objects, resolver.Target.PointerSize);
        creation = new CreationCost(module, objects);
    }

    /// <param name="layout">Of the state machine; null for runtime-async.</param>
    public Allocations Estimate(AsyncMethod method, TypeLayout? layout, MethodFlow flow) =>
        Suspending(method, layout, flow) with { Creation = creation.Of(method) };

    /// <summary>Null for methods with a state machine.</summary>
    public Continuation? EstimateContinuation(AsyncMethod method, MethodFlow flow) =>
        method.Kind == MethodKind.RuntimeAsync ? continuations.Of(method.KickoffHandle, flow) : null;

    private Allocations Suspending(AsyncMethod method, TypeLayout? layout, MethodFlow flow)
    {
        if (layout is null)
            return RuntimeAsync(method, flow);
        var stateMachine = method.StateMachineHandle;
        var name = module.Text(module.Metadata.GetTypeDefinition(stateMachine).Name);
        var atCall = layout.IsValueType
            ? (MadeObject?)null
            : new MadeObject(name, layout.HeapSize, layout.Exact) { AtEveryCall = true };
        if (method.Kind == MethodKind.Iterator)
            return IteratorModel.Estimate(atCall);

        var subject = new Subject(
            stateMachine,
            name,
            layout,
            builders.Of(stateMachine) ?? CoreBuilder.UnknownIn(null),
            atCall,
            IsIterator: method.Kind == MethodKind.AsyncIterator,
            Awaits: [.. flow.Suspensions.Where(AwaiterDelegates.IsAwait)]);
        return generation == RuntimeGeneration.BoxAndRunner ? legacy.Estimate(subject) : modern.Estimate(subject);
    }

    private Allocations RuntimeAsync(AsyncMethod method, MethodFlow flow)
    {
        var continuation = continuations.Of(method.KickoffHandle, flow);
        var suspension = new Bill()
            .Add(new MadeObject("Continuation", flow.Suspensions.Count > 0 ? continuation.Bytes : 0, Exact: false), "carries what lives across the await")
            .Doubt(continuation.Assumes);
        return new Allocations(
            new Bill().Doubt("the runtime decides whether a task is made for the caller").Total(),
            suspension.Total(),
            new Bill().Doubt("a continuation may be made at each suspension").Total());
    }
}
