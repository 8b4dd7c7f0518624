using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Where control goes from an instruction when nothing throws; a suspension goes on where it resumes.</summary>
internal static class CodePaths
{
    public static void Push(BodyFacts body, int at, Stack<int> ahead)
    {
        if (body.ResumeOf(at) is { } resume)
        {
            ahead.Push(resume);
            return;
        }

        switch (body.Code.Flow(at))
        {
            case FlowControl.Branch:
                ahead.Push(body.Code.Target(at));
                break;
            case FlowControl.Cond_Branch:
                foreach (var target in body.Code.Targets(at))
                    ahead.Push(target);
                ahead.Push(at + 1);
                break;
            case FlowControl.Return or FlowControl.Throw:
                break;
            default:
                ahead.Push(at + 1);
                break;
        }
    }
}
