namespace AsyncWeave.Analysis.Flow;

/// <summary>Puts awaits in the order of the source: by place, and by layout within a statement or where there are no symbols.</summary>
/// <remarks>Loop conditions and moved handlers stand elsewhere in IL than in the source.</remarks>
internal static class SourceOrder
{
    public static void Sort(DescribedAwait[] awaits)
    {
        if (AllInOneFile(awaits))
            Array.Sort(awaits, ByPlace);
        else
            Array.Sort(awaits, ByLayout);
    }

    private static bool AllInOneFile(DescribedAwait[] awaits)
    {
        foreach (var await in awaits)
        {
            if (await.Point is not { } point || point.File != awaits[0].Point!.Value.File)
                return false;
        }

        return true;
    }

    private static int ByPlace(DescribedAwait left, DescribedAwait right)
    {
        var lines = left.Point!.Value.Line.CompareTo(right.Point!.Value.Line);
        if (lines != 0)
            return lines;
        var columns = left.Point.Value.Column.CompareTo(right.Point.Value.Column);
        return columns != 0 ? columns : ByLayout(left, right);
    }

    private static int ByLayout(DescribedAwait left, DescribedAwait right)
    {
        var anchors = left.Site.Anchor.CompareTo(right.Site.Anchor);
        return anchors != 0 ? anchors : left.Site.Leave.CompareTo(right.Site.Leave);
    }
}
