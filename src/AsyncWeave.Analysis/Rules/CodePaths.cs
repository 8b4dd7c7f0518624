using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Where control goes from an instruction when nothing throws; a suspension goes on where it resumes.</summary>
internal static class CodePaths
{
    public static IEnumerable<int> Successors(BodyFacts body, int at)
    {
        if (body.ResumeOf(at) is { } resume)
            return [resume];
        return body.Code.Flow(at) switch
        {
            FlowControl.Branch => [body.Code.Target(at)],
            FlowControl.Cond_Branch => [.. body.Code.Targets(at), at + 1],
            FlowControl.Return or FlowControl.Throw => [],
            _ => [at + 1],
        };
    }
}
