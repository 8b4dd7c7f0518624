using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Tells when the last field of a struct has been written in one straight run: from there on nothing of its old value is left.</summary>
internal sealed class StructParts(BodyCode code)
{
    private readonly Dictionary<int, (int Last, HashSet<int> Rows)> written = [];
    private bool[]? targets;

    // ldflda p; ldc.i4.1; stfld X        ldflda p; ldc.i4.2; stfld Y: the second completes it
    public bool Completes(int slot, int store)
    {
        var fields = code.Module.Fields;
        if (fields.Of(code.RawOperand(store)) is not (> 0 and var row))
            return false; // a struct of another assembly may have fields that are not seen here
        if (!written.TryGetValue(slot, out var parts) || !IsStraight(parts.Last, store))
            parts.Rows = [];
        parts.Rows.Add(row);
        written[slot] = (store, parts.Rows);
        return fields.InstanceFieldsOf(fields.DeclaringTypeOf(row)).Length == parts.Rows.Count;
    }

    private bool IsStraight(int from, int to)
    {
        targets ??= Targets();
        for (var i = from; i < to; i++)
        {
            if (code.Flow(i) is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw || targets[i + 1])
                return false;
        }

        return true;
    }

    private bool[] Targets()
    {
        var found = new bool[code.Count];
        foreach (var end in code.Ends)
        {
            if (code.Flow(end) is FlowControl.Branch or FlowControl.Cond_Branch)
            {
                foreach (var target in code.Targets(end))
                    found[target] = true;
            }
        }

        return found;
    }
}
