namespace AsyncWeave.Analysis.Layout;

/// <summary>The fields of one type in declaration order, and what its metadata says about placing them.</summary>
/// <param name="Members">Own instance fields.</param>
/// <param name="BaseEnd">Bytes that the base class's fields take, not rounded; 0 for structs.</param>
/// <param name="Base">The base class other than Object; null for structs.</param>
/// <param name="Pack">0 where none is declared.</param>
/// <param name="DeclaredSize">0 where none is declared.</param>
internal sealed record InstanceShape(
    bool IsValueType, MemberShape[] Members, long BaseEnd, TypeLayout? Base, int Pack, int DeclaredSize)
{
    public bool HasBase => Base is not null;

    /// <summary>In own fields, structs inside and base classes.</summary>
    public bool ContainsReferences { get; } =
        Base is { ContainsReferences: true } || Array.Exists(Members, member => member.ContainsReferences);

    /// <summary>arm only: an 8-byte primitive somewhere inside; packing below 8 forgoes it.</summary>
    public bool RequiresAlign8 { get; } =
        Base is { RequiresAlign8: true } || Array.Exists(Members, member => member.RequiresAlign8) && Pack is 0 or >= 8;

    /// <summary>Nothing inside that marshalling would have to convert: bool, char, decimal, generic and automatic structs.</summary>
    public bool IsBlittable { get; init; }

    public InstanceShape Without(int member)
    {
        var others = new MemberShape[Members.Length - 1];
        Array.Copy(Members, others, member);
        Array.Copy(Members, member + 1, others, member, others.Length - member);
        return new InstanceShape(IsValueType, others, BaseEnd, Base, Pack, DeclaredSize) { IsBlittable = IsBlittable };
    }
}
