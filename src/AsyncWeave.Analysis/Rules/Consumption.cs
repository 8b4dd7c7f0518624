using AsyncWeave.Analysis.Flow;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The inverse of the operand trace: who takes what an instruction made.</summary>
internal static class Consumption
{
    public static ILookup<int, int> Of(TracedBody body)
    {
        var taken = new List<(int Producer, int Consumer)>();
        for (var i = 0; i < body.Code.Count; i++)
        {
            var pops = StackEffect.Pops(body.Code[i]);
            for (var depth = 0; depth < pops; depth++)
            {
                if (body.Trace.Operand(i, depth) is >= 0 and var producer)
                    taken.Add((producer, i));
            }
        }

        return taken.ToLookup(pair => pair.Producer, pair => pair.Consumer);
    }
}
