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
            foreach (var handler in body.Code.Handlers)
            {
                if (handler.TryStart == at)
                    ahead.Push(handler.FilterStart >= 0 ? handler.FilterStart : handler.Start);
            }

            if (Instructions.Contains(at))
                continue;
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
}
