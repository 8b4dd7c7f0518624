namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>References and primitives sorted by size, each group in declaration order, as automatic layout takes them.</summary>
internal sealed class PlainGroups
{
    /// <summary>References, and primitives of four sizes.</summary>
    public const int Kinds = 5;

    private readonly MemberShape[] members;
    private readonly int[] counts = new int[4]; // of primitives, by the logarithm of their size: 1, 2, 4, 8
    private readonly int[] taken = new int[4];
    private readonly int references;
    private readonly int pointerSize;

    public PlainGroups(MemberShape[] members, int pointerSize)
    {
        this.members = members;
        this.pointerSize = pointerSize;
        foreach (var member in members)
        {
            if (member.Group == MemberGroup.Reference)
                references++;
            else if (member.Group == MemberGroup.Plain)
                counts[Log2(member.Size)]++;
        }
    }

    /// <summary>Members of one size that still wait for a place; references count with those of a pointer's size.</summary>
    public int Waiting(int log) => counts[log] - taken[log] + (1 << log == pointerSize ? references : 0);

    /// <summary>Which of the kinds a reference or primitive is of.</summary>
    public static int KindOf(in MemberShape member) => member.Group == MemberGroup.Reference ? Kinds - 1 : Log2(member.Size);

    /// <summary>The position behind all of them when one is left out, no gap having been filled.</summary>
    public long EndWithout(in MemberShape left, long position, AutoRules rules, LayoutTarget target)
    {
        for (var log = 3; log >= 0; log--)
        {
            var isHere = left.Group == MemberGroup.Reference ? 1 << log == pointerSize : Log2(left.Size) == log;
            var waiting = Waiting(log) - (isHere ? 1 : 0);
            if (waiting > 0)
                position = Placement.Up(position, rules.PlainAlignment(1 << log, target)) + ((long)waiting << log);
        }

        return position;
    }

    /// <summary>The first primitive of a size that still waits; -1 where only references or nothing is left.</summary>
    public int TakePlain(int log)
    {
        var before = taken[log];
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Group != MemberGroup.Plain || Log2(members[i].Size) != log || before-- > 0)
                continue;
            taken[log]++;
            return i;
        }

        return -1;
    }

    public long PlaceRest(long position, long[] offsets, AutoRules rules, LayoutTarget target)
    {
        var nextReference = 0L;
        var next = new long[4];
        for (var log = 3; log >= 0; log--)
        {
            var size = 1 << log;
            if (Waiting(log) == 0)
                continue;
            position = Placement.Up(position, rules.PlainAlignment(size, target));
            if (size == pointerSize)
            {
                nextReference = position;
                position += (long)references * size;
            }

            next[log] = position;
            position += (long)(counts[log] - taken[log]) * size;
        }

        Place(nextReference, next, offsets);
        return position;
    }

    private void Place(long nextReference, long[] next, long[] offsets)
    {
        var passed = new int[4];
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Group == MemberGroup.Reference)
            {
                offsets[i] = nextReference;
                nextReference += pointerSize;
            }
            else if (members[i].Group == MemberGroup.Plain && Log2(members[i].Size) is var log && ++passed[log] > taken[log])
            {
                offsets[i] = next[log];
                next[log] += 1 << log;
            }
        }
    }

    private static int Log2(long size) => size switch { 1 => 0, 2 => 1, 4 => 2, _ => 3 };
}
