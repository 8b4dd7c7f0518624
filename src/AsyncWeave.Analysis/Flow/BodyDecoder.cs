using System.Buffers.Binary;
using System.Reflection.Metadata;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Decodes the IL of one body after the other; the buffers grow to the longest and serve them all.</summary>
internal sealed class BodyDecoder(ModuleBodies module)
{
    private readonly List<int> switches = [];
    private byte[] il = new byte[1024];
    private byte[] codes = new byte[512];
    private int[] offsets = new int[512];
    private int[] operands = new int[512];
    private int[] ends = new int[64];
    private int[] calls = new int[64];
    private int length;
    private int at;
    private int count;
    private int endCount;
    private int callCount;
    private MethodDefinitionHandle method;

    /// <exception cref="UnknownShapeException">The bytes are no body.</exception>
    public BodyCode Decode(MethodDefinitionHandle method, MethodBodyBlock body)
    {
        this.method = method;
        Load(body.GetILReader());
        ReadAll();
        ResolveTargets();
        return new BodyCode(
            module,
            method,
            codes.AsSpan(0, count).ToArray(),
            offsets.AsSpan(0, count).ToArray(),
            operands.AsSpan(0, count).ToArray(),
            switches.Count == 0 ? [] : switches.ToArray(),
            ends.AsSpan(0, endCount).ToArray(),
            calls.AsSpan(0, callCount).ToArray())
        {
            Locals = module.LocalsOf(body),
            Handlers = Handlers(body),
        };
    }

    private void Load(BlobReader bytes)
    {
        (length, at, count, endCount, callCount) = (bytes.Length, 0, 0, 0, 0);
        if (length > il.Length)
            il = new byte[2 * length];
        bytes.ReadBytes(length, il, 0);
    }

    private void ReadAll()
    {
        switches.Clear();
        while (at < length)
            Read();
        if (count == 0)
            throw Fault(0, "the body has no instructions");
    }

    private void Read()
    {
        if (count == codes.Length)
            Grow();
        var offset = at;
        var number = il[at++];
        if (number == InstructionSet.Prefix ? !InstructionSet.TryPrefixedCode(il[Next(offset, 1)], out var code) : !InstructionSet.TryCode(number, out code))
            throw Fault(offset, "no opcode has this number");
        codes[count] = (byte)code;
        offsets[count] = offset;
        operands[count] = ReadOperand(offset, code);
        switch (InstructionSet.Flow(code))
        {
            case FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw:
                Add(ref ends, ref endCount);
                break;
            case FlowControl.Call:
                Add(ref calls, ref callCount);
                break;
        }

        count++;
    }

    // Of a branch first the offset that it leads to: which instruction stands there is known once all are read.
    private int ReadOperand(int offset, Code code)
    {
        switch (InstructionSet.Operand(code))
        {
            case OperandKind.None:
                return InstructionSet.ImpliedOperand(code);
            case OperandKind.UInt8:
                return il[Next(offset, 1)];
            case OperandKind.Int8:
                return (sbyte)il[Next(offset, 1)];
            case OperandKind.UInt16:
                return BinaryPrimitives.ReadUInt16LittleEndian(new ReadOnlySpan<byte>(il, Next(offset, sizeof(ushort)), sizeof(ushort)));
            case OperandKind.EightBytes:
                return Int32(Next(offset, 8));
            case OperandKind.ShortBranch:
                return (sbyte)il[Next(offset, 1)] + at;
            case OperandKind.Branch:
                return unchecked(Int32(Next(offset, 4)) + at);
            case OperandKind.Switch:
                return ReadSwitch(offset);
            default:
                return Int32(Next(offset, 4));
        }
    }

    private int ReadSwitch(int offset)
    {
        var place = switches.Count;
        var targets = Int32(Next(offset, 4));
        if (targets < 0 || targets > (length - at) / 4)
            throw Fault(offset, "the body breaks off");
        switches.Add(targets);
        var behind = at + (4 * targets);
        for (var i = 0; i < targets; i++)
            switches.Add(unchecked(Int32(Next(offset, 4)) + behind));
        return place;
    }

    /// <summary>The place of an operand's bytes, and the reader behind them.</summary>
    private int Next(int offset, int bytes)
    {
        var start = at;
        at += bytes;
        return at <= length ? start : throw Fault(offset, "the body breaks off");
    }

    private int Int32(int place) => BinaryPrimitives.ReadInt32LittleEndian(new ReadOnlySpan<byte>(il, place, sizeof(int)));

    private void Add(ref int[] indices, ref int used)
    {
        if (used == indices.Length)
            Array.Resize(ref indices, 2 * used);
        indices[used++] = count;
    }

    private void ResolveTargets()
    {
        for (var end = 0; end < endCount; end++)
        {
            var i = ends[end];
            switch (InstructionSet.Operand((Code)codes[i]))
            {
                case OperandKind.ShortBranch or OperandKind.Branch:
                    operands[i] = TargetAt(i, operands[i]);
                    break;
                case OperandKind.Switch:
                    for (var target = operands[i] + 1; target <= operands[i] + switches[operands[i]]; target++)
                        switches[target] = TargetAt(i, switches[target]);
                    break;
            }
        }
    }

    // Hostile code can branch to where no instruction starts.
    private int TargetAt(int branch, int offset) =>
        IndexAt(offset) is >= 0 and var index ? index : throw Fault(offsets[branch], "a branch leads to no instruction");

    private int IndexAt(int offset) => Array.BinarySearch(offsets, 0, count, offset);

    private Handler[] Handlers(MethodBodyBlock body)
    {
        var clauses = body.ExceptionRegions;
        if (clauses.IsDefaultOrEmpty)
            return [];
        var handlers = new Handler[clauses.Length];
        for (var i = 0; i < handlers.Length; i++)
        {
            var clause = clauses[i];
            handlers[i] = new Handler(
                i,
                (ExceptionHandlerType)clause.Kind,
                Start(clause.TryOffset),
                End(clause.TryOffset, clause.TryLength),
                clause.Kind == ExceptionRegionKind.Filter ? Start(clause.FilterOffset) : -1,
                Start(clause.HandlerOffset),
                End(clause.HandlerOffset, clause.HandlerLength),
                clause.Kind == ExceptionRegionKind.Catch ? module.Types.FullName(clause.CatchType) : null);
        }

        return handlers;
    }

    private int Start(int offset) =>
        IndexAt(offset) is >= 0 and var index ? index : throw Fault(0, "an exception clause starts at no instruction");

    private int End(int offset, int length) => IndexAt(unchecked(offset + length)) is >= 0 and var index ? index : count;

    private UnknownShapeException Fault(int offset, string what) => new(module.NameOf(method), offset, what);

    private void Grow()
    {
        Array.Resize(ref codes, 2 * count);
        Array.Resize(ref offsets, 2 * count);
        Array.Resize(ref operands, 2 * count);
    }
}
