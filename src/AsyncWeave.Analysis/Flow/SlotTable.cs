using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Numbers everything that a body can keep a value in: fields of the state machine first, then locals, then arguments.</summary>
internal sealed class SlotTable
{
    public const int None = -1;

    private readonly TypeDefinition? stateMachine;
    private readonly Dictionary<string, int> fieldsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldReference, int> fieldsByReference = [];
    private readonly int argumentShift;

    public SlotTable(MethodDefinition body, TypeDefinition? stateMachine)
    {
        this.stateMachine = stateMachine;
        Fields = stateMachine is null ? [] : stateMachine.Fields.Where(field => !field.IsStatic).ToArray();
        for (var slot = 0; slot < Fields.Count; slot++)
        {
            fieldsByReference[Fields[slot]] = slot;
            fieldsByName[Fields[slot].Name] = fieldsByName.ContainsKey(Fields[slot].Name) ? None : slot;
        }

        Locals = body.Body.Variables.Count;
        argumentShift = body.HasThis ? 1 : 0;
        Count = Fields.Count + Locals + body.Parameters.Count + argumentShift;
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

    /// <summary>The slot that an instruction names, whichever way it spells it.</summary>
    public int Of(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldfld or Code.Stfld or Code.Ldflda => OfField((FieldReference)instruction.Operand),
        Code.Ldloc_0 or Code.Stloc_0 => OfLocal(0),
        Code.Ldloc_1 or Code.Stloc_1 => OfLocal(1),
        Code.Ldloc_2 or Code.Stloc_2 => OfLocal(2),
        Code.Ldloc_3 or Code.Stloc_3 => OfLocal(3),
        Code.Ldloc or Code.Ldloc_S or Code.Stloc or Code.Stloc_S or Code.Ldloca or Code.Ldloca_S => OfVariable(instruction.Operand),
        Code.Ldarg_0 => OfArgument(0),
        Code.Ldarg_1 => OfArgument(1),
        Code.Ldarg_2 => OfArgument(2),
        Code.Ldarg_3 => OfArgument(3),
        Code.Ldarg or Code.Ldarg_S or Code.Starg or Code.Starg_S or Code.Ldarga or Code.Ldarga_S => OfParameter(instruction.Operand),
        _ => None,
    };

    private int OfVariable(object? operand) => operand is VariableDefinition variable ? OfLocal(variable.Index) : None;

    // Cecil gives `this` the index -1.
    private int OfParameter(object? operand) => operand is ParameterDefinition parameter ? OfArgument(parameter.Index + argumentShift) : None;

    private int OfField(FieldReference field)
    {
        if (stateMachine is null || !fieldsByName.TryGetValue(field.Name, out var slot))
            return None;
        if (field.DeclaringType.GetElementType() != stateMachine)
            return None;
        // Obfuscators give several fields one name; only then is it worth resolving.
        return slot >= 0 ? slot : field.Resolve() is { } definition && fieldsByReference.TryGetValue(definition, out slot) ? slot : None;
    }
}
