using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Allocation;

/// <param name="Bytes">Heap bytes, header and method table pointer included.</param>
internal readonly record struct MadeObject(string Type, int Bytes, bool Exact)
{
    public static MadeObject Unknown(string type) => new(type, 0, Exact: false);

    public bool AtEveryCall { get; init; }

    public AllocatedObject Because(string reason) => new(Type, Bytes, reason) { AtEveryCall = AtEveryCall };
}
