using AsyncWeave.Analysis.Flow;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>
/// What a runtime-async method leaves on the heap at a suspension: a continuation, an array of bytes for its values and one for its references.
/// The JIT decides what it keeps, so this is an estimate.
/// </summary>
internal sealed class ContinuationEstimate(HeapObjects objects, int pointerSize)
{
    public Continuation Of(MethodFlow flow)
    {
        var slots = flow.Locals
            .Where(local => local.LiveAcross.Count > 0)
            .Select(local => new ContinuationSlot(local.Name, local.Type.FullName, SizeOf(local.Type), local.LiveAcross))
            .ToList();
        var fixedPart = objects.Continuation.Bytes;
        var largest = Enumerable.Range(0, flow.Suspensions.Count)
            .Select(index => fixedPart + ArraysOf(flow.Locals.Where(local => local.LiveAcross.Contains(index))))
            .DefaultIfEmpty(0)
            .Max();
        return new Continuation(largest, Exact: false, "the JIT keeps exactly the locals and arguments that are live across the await that keeps the most") { Slots = slots };
    }

    private int ArraysOf(IEnumerable<LocalLife> live)
    {
        var references = 0;
        var bytes = 0;
        foreach (var local in live)
        {
            if (objects.ValueOf(local.Type) is { ContainsReferences: false } value)
                bytes += value.Size;
            else
                references += Math.Max(1, SizeOf(local.Type) / pointerSize);
        }

        return Array(bytes) + Array(references * pointerSize);
    }

    // Header word, method table pointer, length, elements; none for nothing.
    private int Array(int bytes) => bytes == 0 ? 0 : (3 * pointerSize) + ((bytes + pointerSize - 1) / pointerSize * pointerSize);

    private int SizeOf(TypeReference type) => objects.ValueOf(type)?.Size ?? pointerSize;
}
