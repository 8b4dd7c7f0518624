using System.Reflection.Metadata;
using AsyncWeave.Analysis.Flow;
using TypeLayout = AsyncWeave.Analysis.Layout.TypeLayout;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>What the models of the runtimes look at.</summary>
/// <param name="Name">The state machine's, without namespace.</param>
/// <param name="AtCall">The state machine where it is a class: made at every call.</param>
/// <param name="Awaits">Suspensions that go through the builder.</param>
internal sealed record Subject(
    TypeDefinitionHandle StateMachine,
    string Name,
    TypeLayout Layout,
    CoreBuilder Builder,
    MadeObject? AtCall,
    bool IsIterator,
    IReadOnlyList<Suspension> Awaits)
{
    public Bill BillAtCall() => AtCall is { } made
        ? new Bill().Add(made, IsIterator ? "the iterator, made at every call" : "the state machine, a class in unoptimized builds, made at every call")
        : new Bill();
}
