using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>Flattens operations to events: operands first, then the operation itself.</summary>
/// <param name="captures">The variables that captures stand for.</param>
/// <param name="places">Captures that are only stored into.</param>
internal sealed class EventReader(IReadOnlyDictionary<CaptureId, ISymbol> captures, IReadOnlySet<CaptureId> places, SemanticModel model)
{
    private readonly List<SourceEvent> events = [];
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> writtenParts = new(SymbolEqualityComparer.Default);

    public static List<SourceEvent> Read(BasicBlock block, IReadOnlyDictionary<CaptureId, ISymbol> captures, IReadOnlySet<CaptureId> places, SemanticModel model)
    {
        var reader = new EventReader(captures, places, model);
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
            case IFlowAnonymousFunctionOperation lambda:
                if (FunctionCaptures.ThisAlone(lambda.Syntax, model) is { } around)
                    events.Add(new SourceEvent(EventKind.Read, around));
                return;
            case IAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation:
                return;
            case IFlowCaptureOperation capture when places.Contains(capture.Id) && Variable(capture.Value) is not null:
                return; // where something is stored, not what is there
            case ISimpleAssignmentOperation assignment when Target(assignment.Target) is { } target:
                Visit(assignment.Value);
                events.Add(new SourceEvent(EventKind.Write, target));
                return;
            case ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Instance: { } structure } } part when Variable(structure) is not null && structure.Type!.IsValueType:
                Visit(part.Value);
                WritePart(Variable(structure)!, part.Target);
                return;
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

        VisitChildren(operation);
        if (Variable(operation) is { } variable)
            events.Add(new SourceEvent(EventKind.Read, variable));
        else if (CanThrow(operation))
            events.Add(SourceEvent.Throw);
    }

    // A part of a struct is neither a read nor an end of the whole; the last of its parts in a block is the end.
    private void WritePart(ISymbol structure, IOperation part)
    {
        var field = ((IFieldReferenceOperation)part).Field;
        if (!writtenParts.TryGetValue(structure, out var parts))
            writtenParts[structure] = parts = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        parts.Add(field);
        if (SymbolEqualityComparer.Default.Equals(field.ContainingAssembly, structure.ContainingAssembly) && field.ContainingType.GetMembers().OfType<IFieldSymbol>().Count(member => !member.IsStatic) == parts.Count)
            events.Add(new SourceEvent(EventKind.Write, structure));
    }

    private void VisitDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        Visit(deconstruction.Value);
        events.Add(SourceEvent.Throw);
        foreach (var local in deconstruction.Target.DescendantsAndSelf().Select(Variable).OfType<ISymbol>())
            events.Add(new SourceEvent(EventKind.Write, local));
    }

    // `this` does not change: the compiler reads it behind the awaits of the operands next to it, where it is needed.
    private void VisitChildren(IOperation operation)
    {
        var children = operation.ChildOperations.ToList();
        var last = children.FindLastIndex(child => child.DescendantsAndSelf().Any(inner => inner is IAwaitOperation));
        for (var i = 0; i < children.Count; i++)
        {
            if (i >= last || !IsThis(children[i]))
                Visit(children[i]);
            if (i == last)
                children.Take(last).Where(IsThis).ToList().ForEach(Visit);
        }
    }

    private static bool IsThis(IOperation operation) =>
        operation is IInstanceReferenceOperation or IArgumentOperation { Value: IInstanceReferenceOperation };

    private void VisitCall(IOperation call)
    {
        VisitChildren(call);
        if (call is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction, DeclaringSyntaxReferences: [var declaration] } } && FunctionCaptures.ThisAlone(declaration.GetSyntax(), model) is { } self)
            events.Add(new SourceEvent(EventKind.Read, self));
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
