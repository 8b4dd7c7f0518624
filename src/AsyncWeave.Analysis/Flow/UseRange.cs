using System.Collections;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The uses of one slot in layout order: a slice of all uses of a body, so that asking for them costs nothing.</summary>
internal readonly struct UseRange(SlotUse[] uses, int start, int end) : IEnumerable<SlotUse>
{
    public Enumerator GetEnumerator() => new(uses, start, end);

    IEnumerator<SlotUse> IEnumerable<SlotUse>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(SlotUse[] uses, int start, int end) : IEnumerator<SlotUse>
    {
        private int at = start - 1;

        public readonly SlotUse Current => uses[at];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++at < end;

        public void Reset() => at = start - 1;

        public readonly void Dispose()
        {
        }
    }
}
