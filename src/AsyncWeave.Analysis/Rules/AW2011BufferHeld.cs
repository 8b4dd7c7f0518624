using System.Globalization;
using System.Reflection.Metadata;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Rules;

/// <summary>An array made in the method and needed after an await: it lives as long as the operation does.</summary>
internal sealed class AW2011BufferHeld : IMethodRule
{
    /// <summary>Bytes from which a buffer of known length is worth a word.</summary>
    public const int WorthAWord = 256;

    private const int PointerSize = 8;
    private const int ArrayHeader = 24; // header, method table pointer, length and padding on 64 bit

    public DiagnosticDescriptor Descriptor => DiagnosticTable.BufferHeld;

    public IEnumerable<Finding> Check(DescribedMethod facts)
    {
        foreach (var field in facts.Report.StateMachine?.Fields ?? [])
        {
            if (field.Role is not (FieldRole.Local or FieldRole.Spill) || field.LiveAcross.Count == 0 || !field.Type.EndsWith("[]", StringComparison.Ordinal))
                continue;
            if (Allocation(facts, field) is not { } made || made.Bytes is < WorthAWord)
                continue;
            var size = made.Bytes is { } bytes ? bytes.ToString(CultureInfo.InvariantCulture) + " B" : "of a length known at run time";
            yield return new Finding(
                $"{facts.Method.Names.DisplayName}: {HeldField.Name(field)}, an array {size}, is allocated here and held across {HeldField.Awaits(field)}: it cannot be collected before the last of them; rent it from ArrayPool, or let the caller pass it",
                facts.Body.PlaceOf(made.Instruction) ?? HeldField.Place(facts, field), made.Bytes ?? 0);
        }
    }

    // ldc n; newarr T; stfld <buffer>5__2         GC.AllocateUninitializedArray<T>(n) makes one as well
    private static (int Instruction, int? Bytes)? Allocation(DescribedMethod facts, StateMachineField field)
    {
        var body = facts.Body;
        var slot = HeldField.SlotOf(body, field);
        foreach (var use in body.Traced.UsesOf(slot))
        {
            var made = use.IsWrite && body.Code.Op(use.Instruction) == Code.Stfld ? body.Trace.Operand(use.Instruction, 0) : -1;
            if (made < 0)
                continue;
            if (body.Code.Op(made) == Code.Newarr && PrimitiveSize(body.TypeOf(made)) is { } size)
                return (made, Bytes(size, body.Trace.Operand(made, 0) is >= 0 and var length ? body.Code.Constant(length) : null));
            if (body.Called(made) is { Name: "AllocateUninitializedArray" or "AllocateArray", TypeArguments: [var element, ..] })
                return (made, Bytes(PrimitiveSize(element) ?? PointerSize, body.Origins.ConstantArgument(made, 0)));
        }

        return null;
    }

    private static int? Bytes(int size, int? length)
    {
        if (length is not >= 0)
            return null;
        var bytes = ArrayHeader + (long)length.Value * size;
        return (int)Math.Min(int.MaxValue, (bytes + 7) & ~7L);
    }

    /// <summary>Bytes; null for what is no primitive. Code names primitives by their types in System, signatures by codes.</summary>
    private static int? PrimitiveSize(SignatureType? type) =>
        type is NamedSignature { Type: { Namespace: "System", Outer: null, Name: var name } }
        && Enum.TryParse(name, out PrimitiveTypeCode code) && TypeFacts.PrimitiveSize(code, PointerSize) is > 0 and var size
            ? size
            : null;
}
