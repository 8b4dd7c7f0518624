using AsyncWeave.Analysis.Reading.Signatures;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The variable, or else the maker, of a value that a call is made on; a copy is known as what it was copied from.</summary>
/// <param name="Slot">-1 where it is no local, parameter or field of the state machine.</param>
/// <param name="Field">A field that the author declared; one object stands for what one token names.</param>
/// <param name="Maker">The instruction that made a value which stands in no variable; else -1.</param>
internal readonly record struct AskedValue(int Slot, NamedField? Field, int Maker)
{
    private const int LongestCopy = 8;

    /// <summary>Null where the receiver is not known.</summary>
    public static AskedValue? Of(BodyFacts body, int call)
    {
        var receiver = body.Trace.Argument(call, 0);
        AskedValue? last = null;
        for (var step = 0; step < LongestCopy && receiver >= 0; step++)
        {
            if (body.Traced.SlotOf[receiver] is not (>= 0 and var slot))
                return body.FieldOf(receiver) is { } field ? new AskedValue(-1, field, -1) : last ?? OfMaker(body, receiver);
            last = new AskedValue(slot, null, -1);
            receiver = CopiedFrom(body, slot, receiver);
        }

        return last;
    }

    /// <summary>The instructions that give the variable a new value.</summary>
    public HashSet<int> WritesIn(BodyFacts body)
    {
        var writes = new HashSet<int>();
        if (Slot >= 0)
        {
            foreach (var use in body.Traced.UsesOf(Slot))
            {
                if (use.IsWrite || body.Code.Op(use.Instruction) == Code.Initobj)
                    writes.Add(use.Instruction);
            }
        }
        else
        {
            for (var i = 0; i < body.Code.Count; i++)
            {
                if (body.Code.Op(i) is Code.Stfld or Code.Stsfld && body.FieldOf(i) == Field)
                    writes.Add(i);
            }
        }

        return writes;
    }

    // call V; dup; stloc v; call Await        the value is asked on the stack and kept as well
    private static AskedValue OfMaker(BodyFacts body, int maker)
    {
        var consumer = body.Code.Op(body.Next(maker)) == Code.Dup ? body.Next(body.Next(maker)) : -1;
        return consumer >= 0 && consumer < body.Code.Count && body.Traced.SlotOf[consumer] is >= 0 and var slot && body.Code.Pushes(consumer) == 0
            ? new AskedValue(slot, null, -1)
            : new AskedValue(-1, null, maker);
    }

    // ldloc v; stloc copy       and nothing else is ever stored there; a field that is read may be another's by the next time
    private static int CopiedFrom(BodyFacts body, int slot, int reader)
    {
        var store = body.Origins.StoreSeenBy(slot, reader);
        if (store < 0 || body.Trace.Operand(store, 0) is not (>= 0 and var source))
            return -1;
        var isLoad = body.Traced.SlotOf[source] >= 0 || body.Code.Op(source) is Code.Ldfld or Code.Ldsfld;
        return isLoad && source < reader ? source : -1;
    }
}
