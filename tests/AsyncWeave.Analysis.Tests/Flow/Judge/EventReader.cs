using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>Flattens operations to events: operands first, then the operation itself.</summary>
internal sealed class EventReader(IReadOnlyDictionary<CaptureId, ISymbol> captures)
{
    private readonly List<SourceEvent> events = [];

    public static List<SourceEvent> Read(BasicBlock block, IReadOnlyDictionary<CaptureId, ISymbol> captures)
    {
        var reader = new EventReader(captures);
        foreach (var operation in block.Operations)
            reader.Visit(operation);
        if (block.BranchValue is not null)
            reader.Visit(block.BranchValue);
        return reader.events;
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation or IFlowAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation:
                return;
            case ISimpleAssignmentOperation assignment when Target(assignment.Target) is { } target:
                Visit(assignment.Value);
                events.Add(new SourceEvent(EventKind.Write, target));
                return;
            case ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Instance: { } structure } } part when Variable(structure) is not null && structure.Type!.IsValueType:
                Visit(part.Value);
                return; // a part of a struct: neither a read nor an end of the whole
            case ICompoundAssignmentOperation compound when Variable(compound.Target) is { } target:
                events.Add(new SourceEvent(EventKind.Read, target));
                Visit(compound.Value);
                if (compound.OperatorMethod is not null || compound.Type?.SpecialType == SpecialType.System_String || compound.IsChecked)
                    events.Add(SourceEvent.Throw);
                events.Add(new SourceEvent(EventKind.Write, target));
                return;
            case ICompoundAssignmentOperation { Target: IFlowCaptureReferenceOperation } compound:
                Visit(compound.Value);
                Visit(compound.Target);
                return;
            case IAssignmentOperation { Target: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } } assignment:
                Visit(assignment.Value); // `this` is needed when the value is there, not before
                Visit(assignment.Target);
                return;
            case IIncrementOrDecrementOperation step when Variable(step.Target) is { } target:
                events.Add(new SourceEvent(EventKind.Read, target));
                events.Add(new SourceEvent(EventKind.Write, target));
                return;
            case IDeconstructionAssignmentOperation deconstruction:
                VisitDeconstruction(deconstruction);
                return;
            case IAwaitOperation await:
                Visit(await.Operation);
                events.Add(SourceEvent.Throw);
                events.Add(new SourceEvent(EventKind.Await, Await: await));
                events.Add(SourceEvent.Throw);
                return;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out } argument when Variable(argument.Value) is not null:
                return; // written by the call
            case IInvocationOperation or IObjectCreationOperation:
                VisitCall(operation);
                return;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                events.Add(new SourceEvent(EventKind.Write, declared));
                return;
            case IRecursivePatternOperation { DeclaredSymbol: { } declared }:
                events.Add(new SourceEvent(EventKind.Write, declared));
                break;
            case IFlowCaptureReferenceOperation reference when captures.TryGetValue(reference.Id, out var self) && self is ITypeSymbol:
                events.Add(new SourceEvent(EventKind.Read, self));
                return;
        }

        foreach (var child in operation.ChildOperations)
            Visit(child);
        if (Variable(operation) is { } variable)
            events.Add(new SourceEvent(EventKind.Read, variable));
        else if (CanThrow(operation))
            events.Add(SourceEvent.Throw);
    }

    private void VisitDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        Visit(deconstruction.Value);
        events.Add(SourceEvent.Throw);
        foreach (var local in deconstruction.Target.DescendantsAndSelf().Select(Variable).OfType<ISymbol>())
            events.Add(new SourceEvent(EventKind.Write, local));
    }

    private void VisitCall(IOperation call)
    {
        foreach (var child in call.ChildOperations)
            Visit(child);
        events.Add(SourceEvent.Throw);
        foreach (var argument in call.ChildOperations.OfType<IArgumentOperation>())
        {
            if (argument.Parameter?.RefKind == RefKind.Out && Variable(argument.Value) is { } written)
                events.Add(new SourceEvent(EventKind.Write, written));
        }
    }

    // text ??= …        assigns through a capture of the variable
    private ISymbol? Target(IOperation operation) =>
        operation is IFlowCaptureReferenceOperation reference && captures.TryGetValue(reference.Id, out var captured) ? captured : Variable(operation);

    /// <summary>The variable that a capture stands for, or the instance whose field it stands for.</summary>
    public static ISymbol? Captured(IOperation value) =>
        Variable(value) ?? (value is IFieldReferenceOperation { Instance: IInstanceReferenceOperation self } ? self.Type : null);

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.IsConst ? null : local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self => self.Type,
        _ => null,
    };

    private static bool CanThrow(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation or IArrayElementReferenceOperation or IFieldReferenceOperation { Instance: not null } => true,
        IThrowOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IArrayCreationOperation or IDelegateCreationOperation => true,
        IInterpolatedStringOperation => true,
        IBinaryOperation binary => binary.OperatorMethod is not null || binary.Type?.SpecialType == SpecialType.System_String || binary.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder,
        IConversionOperation conversion => conversion.OperatorMethod is not null || !conversion.IsImplicit,
        _ => false,
    };
}
