namespace AsyncWeave.Analysis.Layout.Rules;

/// <summary>
/// The bytes between a base class's last field and the next pointer-aligned offset, given to primitives of the derived class
/// ("Place small fields first if the parent have a number of field bytes that is not aligned",
/// <c>MethodTableBuilder::PlaceInstanceFields</c>). Boxes need it: they derive from <c>Task&lt;bool&gt;</c> and its like.
/// </summary>
internal static class BaseClassGap
{
    public static long Fill(PlainGroups groups, long position, long[] offsets)
    {
        for (var log = 0; log < 3; log++)
        {
            if (position % (2 << log) == 0)
                continue;
            if (!AnythingBiggerThan(groups, log))
                return position;
            var largest = LargestUpTo(groups, log);
            if (largest < 0)
                return position;
            var member = groups.TakePlain(largest);
            if (member < 0)
                return position; // references only
            offsets[member] = position;
            position += 1 << largest;
            log = largest; // the offset is now a multiple of that size only
        }

        return position;
    }

    private static bool AnythingBiggerThan(PlainGroups groups, int log)
    {
        for (var bigger = log + 1; bigger <= 3; bigger++)
        {
            if (groups.Waiting(bigger) > 0)
                return true;
        }

        return false;
    }

    private static int LargestUpTo(PlainGroups groups, int log)
    {
        while (log >= 0 && groups.Waiting(log) == 0)
            log--;
        return log;
    }
}
