using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Puts awaits in the order of the source: by place, and by layout within a statement or where there are no symbols.</summary>
/// <remarks>Loop conditions and moved handlers stand elsewhere in IL than in the source.</remarks>
internal static class SourceOrder
{
    public static List<T> Of<T>(IEnumerable<T> items, Func<T, SourcePoint?> place, Func<T, int> layout)
    {
        var ordered = items.OrderBy(layout).ToList();
        var files = ordered.Select(item => place(item)?.File).Distinct().Count();
        return files == 1 && ordered.All(item => place(item) is not null)
            ? [.. ordered.OrderBy(item => place(item)!.Value.Line).ThenBy(item => place(item)!.Value.Column)]
            : ordered;
    }
}
