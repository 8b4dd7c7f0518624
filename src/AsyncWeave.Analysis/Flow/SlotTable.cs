using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Numbers everything that a body can keep a value in: fields of the state machine first, then locals, then arguments.</summary>
internal sealed class SlotTable
{
    public const int None = -1;

    private readonly TypeDefinition? stateMachine;
    private readonly FieldReferences references;
    private readonly int firstRow;
    private readonly int[] slotOfRow;

    public SlotTable(BodyCode code, TypeDefinition? stateMachine)
    {
        this.stateMachine = stateMachine;
        references = code.Module.Fields;
        Fields = stateMachine is null ? [] : stateMachine.Fields.Where(field => !field.IsStatic).ToArray();
        firstRow = Fields.Count == 0 ? 0 : (int)Fields[0].MetadataToken.RID;
        slotOfRow = SlotsByRow();
        Locals = code.Locals;
        Count = Fields.Count + Locals + code.Method.Parameters.Count + (code.Method.HasThis ? 1 : 0);
    }

    public IReadOnlyList<FieldDefinition> Fields { get; }

    public int Locals { get; }

    public int FirstArgument => Fields.Count + Locals;

    public int Count { get; }

    /// <summary>Whether the slot's life is asked for: of fields where there is a state machine, of all where there is none.</summary>
    public bool Matters(int slot) => stateMachine is null || IsField(slot);

    public bool IsField(int slot) => slot >= 0 && slot < Fields.Count;

    public bool IsLocal(int slot) => slot >= Fields.Count && slot < FirstArgument;

    public int OfLocal(int index) => index >= 0 && index < Locals ? Fields.Count + index : None;

    public int OfArgument(int index) => FirstArgument + index is var slot && slot < Count ? slot : None;

    /// <summary>By instruction the slot that it names, whichever way it spells it; <see cref="None"/> where it names none.</summary>
    public int[] OfAll(BodyCode code)
    {
        var slots = new int[code.Count];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = Of(code, i);
        return slots;
    }

    private int Of(BodyCode code, int i) => code.Op(i) switch
    {
        Code.Ldfld or Code.Stfld or Code.Ldflda => OfField(code.RawOperand(i)),
        >= Code.Ldloc_0 and <= Code.Stloc_3 or >= Code.Ldloc_S and <= Code.Stloc_S or >= Code.Ldloc and <= Code.Stloc => OfLocal(code.RawOperand(i)),
        >= Code.Ldarg_0 and <= Code.Ldarg_3 or >= Code.Ldarg_S and <= Code.Starg_S or >= Code.Ldarg and <= Code.Starg => OfArgument(code.RawOperand(i)),
        _ => None,
    };

    private int OfField(int token)
    {
        var row = token >>> 24 == 0x04 ? token & 0x00FFFFFF : references.Of(token);
        return row >= firstRow && row - firstRow < slotOfRow.Length ? slotOfRow[row - firstRow] : None;
    }

    // A type's fields stand in a row, the static ones among them.
    private int[] SlotsByRow()
    {
        var last = Fields.Count == 0 ? firstRow - 1 : (int)Fields[Fields.Count - 1].MetadataToken.RID;
        var slots = new int[Math.Max(0, last - firstRow + 1)];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = None;
        for (var slot = 0; slot < Fields.Count; slot++)
            slots[(int)Fields[slot].MetadataToken.RID - firstRow] = slot;
        return slots;
    }
}
