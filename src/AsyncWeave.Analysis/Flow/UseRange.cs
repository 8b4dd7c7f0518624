using System.Collections;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The uses of one slot in layout order: a slice of all uses of a body, so that asking for them costs nothing.</summary>
internal readonly struct UseRange(int slot, int[] packed, int start, int end) : IEnumerable<SlotUse>
{
    public Enumerator GetEnumerator() => new(slot, packed, start, end);

    IEnumerator<SlotUse> IEnumerable<SlotUse>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(int slot, int[] packed, int start, int end) : IEnumerator<SlotUse>
    {
        private int at = start - 1;

        public readonly SlotUse Current => SlotUse.Unpack(slot, packed[at]);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++at < end;

        public void Reset() => at = start - 1;

        public readonly void Dispose()
        {
        }
    }
}
