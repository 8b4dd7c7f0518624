using System.Reflection.Metadata;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Model;
using TypeLayout = AsyncWeave.Analysis.Layout.TypeLayout;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>
/// What a runtime-async method leaves on the heap at a suspension: a continuation, an array of bytes for its values and one for its references.
/// The JIT decides what it keeps, so this is an estimate.
/// </summary>
internal sealed class ContinuationEstimate(OpenedModule module, HeapObjects objects, int pointerSize)
{
    public Continuation Of(MethodDefinitionHandle method, MethodFlow flow)
    {
        var names = new GenericNames(module.Metadata, module.Metadata.GetMethodDefinition(method).GetDeclaringType(), method);
        var live = new List<Kept>();
        foreach (var local in flow.Locals)
        {
            if (local.LiveAcross.Count > 0)
                live.Add(new Kept(local, objects.ValueOf(local.Type, method)));
        }

        return new Continuation(Largest(live, flow.Suspensions.Count), Exact: false, "the JIT keeps exactly the locals and arguments that are live across the await that keeps the most")
        {
            Slots = live.ConvertAll(kept => new ContinuationSlot(kept.Local.Name, FullTypeName.Of(kept.Local.Type, names), SizeOf(kept), kept.Local.LiveAcross)),
        };
    }

    private int Largest(List<Kept> live, int suspensions)
    {
        var (bytes, references) = (new int[suspensions], new int[suspensions]);
        foreach (var kept in live)
        {
            foreach (var index in kept.Local.LiveAcross)
            {
                if (kept.Value is { ContainsReferences: false } value)
                    bytes[index] += value.Size;
                else
                    references[index] += Math.Max(1, SizeOf(kept) / pointerSize);
            }
        }

        var (largest, itself) = (0, objects.Continuation.Bytes);
        for (var index = 0; index < suspensions; index++)
            largest = Math.Max(largest, itself + ArrayOf(bytes[index]) + ArrayOf(references[index] * pointerSize));
        return largest;
    }

    // Header word, method table pointer, length, elements; none for nothing.
    private int ArrayOf(int bytes) => bytes == 0 ? 0 : (3 * pointerSize) + ((bytes + pointerSize - 1) / pointerSize * pointerSize);

    private int SizeOf(Kept kept) => kept.Value?.Size ?? pointerSize;

    /// <param name="Value">Null for a reference.</param>
    private sealed record Kept(LocalLife Local, TypeLayout? Value);
}
