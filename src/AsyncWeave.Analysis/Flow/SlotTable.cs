using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Numbers everything that a body can keep a value in: fields of the state machine first, then locals, then arguments.</summary>
internal sealed class SlotTable
{
    public const int None = -1;

    private readonly ModuleBodies module;
    private readonly bool hasStateMachine;
    private readonly int[] rows;
    private readonly int[] slotOfRow;
    private readonly int firstRow;
    private int? namedState;

    /// <param name="stateMachine">Nil where there is none.</param>
    public SlotTable(BodyCode code, TypeDefinitionHandle stateMachine)
    {
        module = code.Module;
        hasStateMachine = !stateMachine.IsNil;
        rows = hasStateMachine ? module.Fields.InstanceFieldsOf(stateMachine) : [];
        firstRow = rows.Length == 0 ? 0 : rows[0];
        slotOfRow = SlotsByRow();
        Locals = code.Locals;
        Count = rows.Length + Locals + code.Arguments;
    }

    /// <summary>Instance fields of the state machine.</summary>
    public int Fields => rows.Length;

    public int Locals { get; }

    public int FirstArgument => Fields + Locals;

    public int Count { get; }

    /// <summary>Whether the slot's life is asked for: of fields where there is a state machine, of all where there is none.</summary>
    public bool Matters(int slot) => !hasStateMachine || IsField(slot);

    public bool IsField(int slot) => slot >= 0 && slot < Fields;

    public bool IsLocal(int slot) => slot >= Fields && slot < FirstArgument;

    public int OfLocal(int index) => index >= 0 && index < Locals ? Fields + index : None;

    public int OfArgument(int index) => FirstArgument + index is var slot && slot < Count ? slot : None;

    /// <summary>The slot of a field of the state machine, whether the token is its definition's or a reference's.</summary>
    public int OfField(int token)
    {
        var row = module.Fields.Of(token);
        return row >= firstRow && row - firstRow < slotOfRow.Length ? slotOfRow[row - firstRow] : None;
    }

    private int FindNamedState()
    {
        for (var slot = 0; slot < Fields; slot++)
        {
            if (IsNamed(slot, "<>1__state") || IsNamed(slot, "$State") || IsNamed(slot, "ResumptionPoint"))
                return slot;
        }

        return None;
    }

    /// <summary>The slot of the first field of a name.</summary>
    public int OfField(string name)
    {
        for (var slot = 0; slot < Fields; slot++)
        {
            if (IsNamed(slot, name))
                return slot;
        }

        return None;
    }

    /// <summary>Raw token of a field's slot.</summary>
    public int TokenOf(int slot) => MetadataTokens.GetToken(HandleOf(slot));

    public FieldDefinitionHandle HandleOf(int slot) => MetadataTokens.FieldDefinitionHandle(rows[slot]);

    public bool IsNamed(int slot, string name) => module.Fields.IsNamed(HandleOf(slot), name);

    /// <summary>Whether a field's slot holds a struct that has a name of its own.</summary>
    public bool IsStruct(int slot) => module.Fields.IsStruct(HandleOf(slot));

    /// <summary>Whether the name of a field's slot says that a compiler made it.</summary>
    public bool IsGenerated(int slot) => module.Fields.StartsWith(HandleOf(slot), "<>");

    /// <summary>Whether the names that a compiler gave to the state machine's fields are gone, as behind an obfuscator.</summary>
    public bool NamesAreGone => hasStateMachine && NamedState == None;

    /// <summary>The slot of the field that a compiler has named as the state: C#'s, Visual Basic's or F#'s.</summary>
    public int NamedState => namedState ??= FindNamedState();

    /// <summary>By instruction the slot that it names, whichever way it spells it; <see cref="None"/> where it names none.</summary>
    public int[] OfAll(BodyCode code, TraceBuffers buffers)
    {
        var slots = buffers.Any(code.Count);
        for (var i = 0; i < code.Count; i++)
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

    // A type's fields stand in a row, the static ones among them.
    private int[] SlotsByRow()
    {
        var slots = new int[rows.Length == 0 ? 0 : rows[rows.Length - 1] - firstRow + 1];
        for (int row = 0, slot = 0; row < slots.Length; row++)
            slots[row] = rows[slot] == firstRow + row ? slot++ : None;
        return slots;
    }
}
