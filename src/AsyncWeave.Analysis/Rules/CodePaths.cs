using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>Where control goes from an instruction when nothing throws; a suspension goes on where it resumes.</summary>
internal static class CodePaths
{
    public static IEnumerable<int> Successors(BodyFacts body, int at)
    {
        if (body.ResumeOf(at) is { } resume)
            return [resume];
        var instruction = body.Code[at];
        if (instruction.Operand is Instruction[] targets)
            return targets.Select(target => body.Code.Target(at, target)).Append(at + 1);
        return instruction.OpCode.FlowControl switch
        {
            FlowControl.Branch => [body.Code.Target(at, instruction.Operand)],
            FlowControl.Cond_Branch => [body.Code.Target(at, instruction.Operand), at + 1],
            FlowControl.Return or FlowControl.Throw => [],
            _ => [at + 1],
        };
    }
}
