// `x[^1]` and `x[1..]` on netstandard2.0 and .NET Framework.

#if !NETCOREAPP
namespace System
{
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public static Index Start => new(0);

        public static Index End => new(0, fromEnd: true);

        public int Value { get; } = value;

        public bool IsFromEnd { get; } = fromEnd;

        public static implicit operator Index(int value) => new(value);

        public int GetOffset(int length) => IsFromEnd ? length - Value : Value;
    }

    internal readonly struct Range(Index start, Index end)
    {
        public static Range All => new(Index.Start, Index.End);

        public Index Start { get; } = start;

        public Index End { get; } = end;

        public static Range StartAt(Index start) => new(start, Index.End);

        public static Range EndAt(Index end) => new(Index.Start, end);
    }
}
#endif
