using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>A decoded body addressed by instruction index, so that everything behind it can use flat arrays.</summary>
internal sealed class BodyCode
{
    private readonly int[] indexAtOffset;

    private BodyCode(MethodDefinition method, Instruction[] instructions, int[] indexAtOffset)
    {
        Method = method;
        Instructions = instructions;
        this.indexAtOffset = indexAtOffset;
    }

    public MethodDefinition Method { get; }

    public Instruction[] Instructions { get; }

    public int Count => Instructions.Length;

    public IReadOnlyList<Handler> Handlers { get; private set; } = [];

    public Instruction this[int index] => Instructions[index];

    public static BodyCode Decode(MethodDefinition method)
    {
        var body = method.Body;
        var instructions = body.Instructions.ToArray();
        if (instructions.Length == 0)
            throw new UnknownShapeException(method, 0, "the body has no instructions");

        var code = new BodyCode(method, instructions, IndexByOffset(instructions));
        code.Handlers = body.ExceptionHandlers.Select(code.Read).ToList();
        return code;
    }

    /// <summary>Index of the instruction at an IL offset, or -1 where none starts.</summary>
    public int AtOffset(int offset) => offset >= 0 && offset < indexAtOffset.Length ? indexAtOffset[offset] : -1;

    /// <summary>Index of a branch target; hostile code can branch to where no instruction starts.</summary>
    public int Target(int from, object? operand) =>
        operand is Instruction target && AtOffset(target.Offset) is >= 0 and var index
            ? index
            : throw new UnknownShapeException(Method, Instructions[from].Offset, "a branch leads to no instruction");

    private static int[] IndexByOffset(Instruction[] instructions)
    {
        var table = new int[instructions[instructions.Length - 1].Offset + 1];
        for (var i = 0; i < table.Length; i++)
            table[i] = -1;
        for (var i = 0; i < instructions.Length; i++)
            table[instructions[i].Offset] = i;
        return table;
    }

    private Handler Read(ExceptionHandler clause) => new(
        clause.HandlerType,
        Start(clause.TryStart),
        End(clause.TryEnd),
        clause.HandlerType == ExceptionHandlerType.Filter ? Start(clause.FilterStart) : -1,
        Start(clause.HandlerStart),
        End(clause.HandlerEnd),
        clause.HandlerType == ExceptionHandlerType.Catch ? clause.CatchType?.FullName : null);

    private int Start(Instruction? at) =>
        at is not null && AtOffset(at.Offset) is >= 0 and var index ? index : throw new UnknownShapeException(Method, 0, "an exception clause starts at no instruction");

    private int End(Instruction? at) => at is not null && AtOffset(at.Offset) is >= 0 and var index ? index : Count;
}
