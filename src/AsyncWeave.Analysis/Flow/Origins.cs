using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Where a value comes from, looked through locals, fields, casts and copies.</summary>
/// <param name="reaching">Null where no graph was drawn: then of several stores none is known to be the one that a read sees.</param>
internal sealed class Origins(TracedBody body, BasicBlocks blocks, ReachingStores? reaching = null)
{
    private const int Longest = 16;

    /// <summary>The call that made a value, or -1 where it is no call or several could have made it.</summary>
    public int CallThatMade(int producer)
    {
        for (var step = 0; step < Longest && producer >= 0; step++)
        {
            switch (body.Code.Op(producer))
            {
                case Code.Call or Code.Callvirt or Code.Newobj:
                    return producer;
                case Code.Castclass or Code.Isinst or Code.Unbox_Any or Code.Box or Code.Ldobj:
                    producer = body.Trace.Operand(producer, 0);
                    break;
                default:
                    producer = StoredInto(body.SlotOf[producer], producer);
                    break;
            }
        }

        return -1;
    }

    /// <summary>A constant handed to a call, looked through a local or field that is written once.</summary>
    public int? ConstantArgument(int call, int index)
    {
        var producer = body.Trace.Argument(call, index);
        for (var step = 0; step < Longest && producer >= 0; step++)
        {
            if (body.Code.Constant(producer) is { } constant)
                return constant;
            producer = StoredInto(body.SlotOf[producer], producer);
        }

        return null;
    }

    /// <summary>The store that a read sees: the nearest in the same block, else the only one from which a way leads to it.</summary>
    public int StoreSeenBy(int slot, int reader)
    {
        if (slot < 0)
            return -1;
        for (var i = reader - 1; i >= blocks.Start(blocks.Of(reader)); i--)
        {
            if (body.SlotOf[i] == slot && IsStore(i))
                return i;
        }

        return OnlyStore(slot, reader);
    }

    /// <summary>The nearest store in front of an instruction in layout order, at most a statement's length away where <paramref name="within"/> says so.</summary>
    public int StoreBefore(int slot, int reader, int within = int.MaxValue)
    {
        for (var i = reader - 1; slot >= 0 && i >= 0 && reader - i < within; i--)
        {
            if (body.SlotOf[i] == slot && IsStore(i))
                return i;
        }

        return -1;
    }

    /// <summary>The nearest write in front of an instruction in layout order; a struct may be made in place.</summary>
    public int WriteBefore(int slot, int reader)
    {
        var nearest = -1;
        foreach (var use in body.UsesOf(slot))
        {
            if (use.IsWrite && use.Instruction < reader && !(IsClearing(use.Instruction) && body.Code.Op(use.Instruction) != Code.Initobj))
                nearest = use.Instruction;
        }

        return nearest;
    }

    /// <summary>The nearest store in front of an instruction, in layout order, to the field that another one loads.</summary>
    public int FieldStoreBefore(int load, int reader)
    {
        for (var i = reader - 1; load >= 0 && i >= 0; i--)
        {
            if (IsFieldWrite(i) && body.Code.RawOperand(i) == body.Code.RawOperand(load))
                return i;
        }

        return -1;
    }

    // stfld f        and        ldflda f; initobj
    private bool IsFieldWrite(int i) => body.Code.Op(i) == Code.Stfld || (body.Code.Op(i) == Code.Ldflda && body.Code.Op(i + 1) == Code.Initobj);

    private int OnlyStore(int slot, int reader)
    {
        var only = -1;
        foreach (var use in body.UsesOf(slot))
        {
            if (!use.IsWrite || IsClearing(use.Instruction))
                continue;
            if (only >= 0)
                return reaching?.OnlyOne(Stores(slot), reader) ?? -1;
            only = use.Instruction;
        }

        return only;
    }

    private List<int> Stores(int slot)
    {
        var stores = new List<int>();
        foreach (var use in body.UsesOf(slot))
        {
            if (use.IsWrite && !IsClearing(use.Instruction))
                stores.Add(use.Instruction);
        }

        return stores;
    }

    private bool IsStore(int i) => body.Code.Op(i) switch
    {
        Code.Stloc or Code.Stloc_S or Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3 => true,
        Code.Stfld or Code.Starg or Code.Starg_S => !IsClearing(i),
        _ => false,
    };

    private int StoredInto(int slot, int reader)
    {
        var store = StoreSeenBy(slot, reader);
        if (store < 0)
            return -1;
        // A struct made in place: call instance void S::.ctor(...) on the slot's address.
        return body.Code.Op(store) is Code.Call ? store : body.Trace.Operand(store, 0);
    }

    // Compilers clear a slot at the end of its scope; that is no value of it.
    private bool IsClearing(int store) =>
        body.Code.Op(store) is Code.Initobj
        || (body.Trace.Operand(store, 0) is >= 0 and var producer && body.Code.Op(producer) is Code.Ldnull);
}
