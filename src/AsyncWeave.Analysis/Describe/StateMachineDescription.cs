using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>Joins what Layout and Flow found of state machines into the model's records.</summary>
internal sealed class StateMachineDescription(OpenedModule module)
{
    // Written out, a hostile struct of structs has more fields than memory; no real state machine has a hundredth of these.
    private const long MostFieldsWrittenOut = 100_000;

    private readonly PlacedFields placed = new();

    public StateMachine Of(AsyncMethod method, MachineFields declared, TypeLayout layout, MethodFlow flow, FieldSavings savedBytes)
    {
        var withNested = layout.FieldsAtAnyDepth <= MostFieldsWrittenOut;
        var fields = new StateMachineField[layout.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = Describe(layout.Fields[i], withNested, declared, flow, savedBytes);
        return new StateMachine(
            TokenText.Of(method.StateMachineHandle),
            module.Signatures.Types.Of(method.StateMachineHandle).FullName,
            layout.IsValueType,
            layout.IsValueType ? layout.Size : layout.HeapSize,
            layout.Alignment,
            layout.Padding,
            layout.ContainsReferences,
            layout.Exact,
            layout.InexactBecause,
            layout.Assumes,
            fields);
    }

    private StateMachineField Describe(
        FieldLayout field, bool withNested, MachineFields declared, MethodFlow flow, FieldSavings savedBytes)
    {
        var nested = withNested ? placed.Inside(field) : [];
        if (declared.Find(field.Token, field.Name) is not { } definition)
            return PlacedFields.Of(field, nested);
        var life = flow.LifeOf((int)field.Token);
        return new StateMachineField(
            field.Name,
            TokenText.Of(field.Token),
            definition.Role.Role,
            definition.Role.SourceName,
            field.Type,
            field.Offset,
            field.Size,
            field.Padding,
            life?.LiveAcross ?? [],
            life?.FirstWriteLine,
            life?.LastReadLine,
            savedBytes[field.Token],
            nested);
    }
}
