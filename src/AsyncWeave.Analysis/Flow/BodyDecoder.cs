using System.Reflection.Metadata;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Decodes the IL of one body after the other; the buffers grow to the longest and serve them all.</summary>
internal sealed class BodyDecoder(ModuleBodies module)
{
    private readonly List<int> switches = [];
    private byte[] codes = new byte[512];
    private int[] offsets = new int[512];
    private int[] operands = new int[512];
    private int count;
    private MethodDefinitionHandle method;

    /// <exception cref="UnknownShapeException">The bytes are no body.</exception>
    public BodyCode Decode(MethodDefinitionHandle method, MethodBodyBlock body)
    {
        this.method = method;
        ReadAll(body.GetILReader());
        ResolveTargets();
        return new BodyCode(
            module,
            method,
            codes.AsSpan(0, count).ToArray(),
            offsets.AsSpan(0, count).ToArray(),
            operands.AsSpan(0, count).ToArray(),
            switches.Count == 0 ? [] : [.. switches])
        {
            Locals = module.LocalsOf(body),
            Handlers = Handlers(body),
        };
    }

    private void ReadAll(BlobReader il)
    {
        switches.Clear();
        count = 0;
        var at = 0;
        try
        {
            while (il.RemainingBytes > 0)
            {
                at = il.Offset;
                Read(ref il);
            }
        }
        catch (BadImageFormatException)
        {
            throw Fault(at, "the body breaks off");
        }

        if (count == 0)
            throw Fault(0, "the body has no instructions");
    }

    private void Read(ref BlobReader il)
    {
        if (count == codes.Length)
            Grow();
        var offset = il.Offset;
        var number = il.ReadByte();
        if (number == InstructionSet.Prefix ? !InstructionSet.TryPrefixedCode(il.ReadByte(), out var code) : !InstructionSet.TryCode(number, out code))
            throw Fault(offset, "no opcode has this number");
        codes[count] = (byte)code;
        offsets[count] = offset;
        operands[count] = ReadOperand(ref il, code);
        count++;
    }

    // Of a branch first the offset that it leads to: which instruction stands there is known once all are read.
    private int ReadOperand(ref BlobReader il, Code code)
    {
        switch (InstructionSet.Operand(code))
        {
            case OperandKind.None:
                return InstructionSet.ImpliedOperand(code);
            case OperandKind.UInt8:
                return il.ReadByte();
            case OperandKind.Int8:
                return il.ReadSByte();
            case OperandKind.UInt16:
                return il.ReadUInt16();
            case OperandKind.EightBytes:
                return unchecked((int)il.ReadInt64());
            case OperandKind.ShortBranch:
                return il.ReadSByte() + il.Offset;
            case OperandKind.Branch:
                return unchecked(il.ReadInt32() + il.Offset);
            case OperandKind.Switch:
                return ReadSwitch(ref il);
            default:
                return il.ReadInt32();
        }
    }

    private int ReadSwitch(ref BlobReader il)
    {
        var place = switches.Count;
        var targets = il.ReadInt32();
        if (targets < 0 || targets > il.RemainingBytes / 4)
            throw new BadImageFormatException();
        switches.Add(targets);
        var behind = il.Offset + (4 * targets);
        for (var i = 0; i < targets; i++)
            switches.Add(unchecked(il.ReadInt32() + behind));
        return place;
    }

    private void ResolveTargets()
    {
        for (var i = 0; i < count; i++)
        {
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

    private UnknownShapeException Fault(int offset, string what) => new(module.CecilOf(method), offset, what);

    private void Grow()
    {
        Array.Resize(ref codes, 2 * count);
        Array.Resize(ref offsets, 2 * count);
        Array.Resize(ref operands, 2 * count);
    }
}
