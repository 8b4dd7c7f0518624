namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>References and primitives sorted by size, each group in declaration order, as automatic layout takes them.</summary>
internal sealed class PlainGroups
{
    private readonly List<int>[] plainBySize = [[], [], [], []]; // sizes 1, 2, 4, 8
    private readonly int[] taken = new int[4];
    private readonly List<int> references = [];
    private readonly int pointerSize;

    public PlainGroups(MemberShape[] members, int pointerSize)
    {
        this.pointerSize = pointerSize;
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Group == MemberGroup.Reference)
                references.Add(i);
            else if (members[i].Group == MemberGroup.Plain)
                plainBySize[Log2(members[i].Size)].Add(i);
        }
    }

    /// <summary>Members of one size that still wait for a place; references count with those of a pointer's size.</summary>
    public int Waiting(int log) => plainBySize[log].Count - taken[log] + (1 << log == pointerSize ? references.Count : 0);

    /// <summary>The first primitive of a size that still waits; -1 where only references or nothing is left.</summary>
    public int TakePlain(int log) => taken[log] < plainBySize[log].Count ? plainBySize[log][taken[log]++] : -1;

    public long PlaceRest(long position, long[] offsets, AutoRules rules, LayoutTarget target)
    {
        for (var log = 3; log >= 0; log--)
        {
            var size = 1 << log;
            if (Waiting(log) == 0)
                continue;
            position = Placement.Up(position, rules.PlainAlignment(size, target));
            if (size == pointerSize)
                position = PlaceAll(references, 0, size, position, offsets);
            position = PlaceAll(plainBySize[log], taken[log], size, position, offsets);
        }

        return position;
    }

    private static long PlaceAll(List<int> members, int first, int size, long position, long[] offsets)
    {
        for (var i = first; i < members.Count; i++, position += size)
            offsets[members[i]] = position;
        return position;
    }

    private static int Log2(long size) => size switch { 1 => 0, 2 => 1, 4 => 2, _ => 3 };
}
