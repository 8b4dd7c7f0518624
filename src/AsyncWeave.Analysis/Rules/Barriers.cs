using AsyncWeave.Analysis.Flow;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>What stands across the ways through a body: instructions, and sides of a branch.</summary>
internal sealed class Barriers
{
    public HashSet<int> Instructions { get; } = [];

    public HashSet<(int From, int To)> Edges { get; } = [];

    public bool AnyBefore(int instruction) => Instructions.Any(at => at < instruction) || Edges.Any(edge => edge.From < instruction);

    /// <summary>Whether some way from the start leads to an instruction over none of them.</summary>
    public bool CanBeAvoided(BodyFacts body, int target)
    {
        var seen = new bool[body.Code.Count];
        var ahead = new Stack<int>();
        var next = new Stack<int>();
        ahead.Push(0);
        while (ahead.Count > 0)
        {
            var at = ahead.Pop();
            if (at == target)
                return true;
            if (at >= seen.Length || seen[at])
                continue;
            seen[at] = true;
            if (Instructions.Contains(at))
                continue;
            PushHandlers(body, at, ahead);
            CodePaths.Push(body, at, next);
            while (next.Count > 0)
            {
                var to = next.Pop();
                if (!Edges.Contains((at, to)) && (body.ResumeOf(at) == to || !body.IsResume(to)))
                    ahead.Push(to);
            }
        }

        return false;
    }

    // An await that fails has completed its task: only what can throw before it leads to the handler over none of them.
    private static void PushHandlers(BodyFacts body, int at, Stack<int> ahead)
    {
        var throws = ThrowingCode.Throws(body.Code, at, body.Traced.SlotOf);
        var leaves = body.Code.Op(at) is Code.Leave or Code.Leave_S;
        if (!throws && !leaves)
            return;
        foreach (var handler in body.Code.Handlers)
        {
            if (handler.Protects(at) && (throws || handler.IsFinally))
                ahead.Push(handler.FilterStart >= 0 ? handler.FilterStart : handler.Start);
        }
    }
}
