using AsyncWeave.Model;

namespace AsyncWeave.Report.Text;

/// <summary>Does it allocate? The bills, object by object.</summary>
internal static class AllocationText
{
    public static IEnumerable<TextLine> Write(MethodReport method, TextOptions options)
    {
        yield return TextLine.Of("Does it allocate?", TextStyle.Heading);
        if (method.Allocations is not { } bills)
        {
            yield return TextLine.Of("  Not known for this kind of method.");
            yield break;
        }

        var lines = Bill(method.AwaitCount == 0 ? "Each call" : "When no await suspends", bills.Synchronous, options);
        if (method.AwaitCount > 0)
            lines = [.. lines, .. Bill("At the first suspension", bills.Suspension, options), .. Bill("At each further one", bills.PerFurtherSuspension, options)];
        if (bills.FurtherInOtherContext.Objects.Count > 0)
            lines = [.. lines, .. Bill("In another context", bills.FurtherInOtherContext with { Note = null }, options)];
        if (bills.Creation.Objects.Count > 0)
            lines = [.. lines, .. Bill("To create its delegate", bills.Creation, options)];
        foreach (var line in lines)
            yield return line;
    }

    private static IEnumerable<TextLine> Bill(string when, AllocationBill bill, TextOptions options)
    {
        yield return TextLine.Of(
            new TextSpan("  " + when.PadRight(26)),
            new TextSpan(bill.Bytes == 0 && bill.Exact ? "nothing" : Figures.Bytes(bill.Bytes, bill.Exact, options.Glyphs), bill.Bytes == 0 ? TextStyle.Good : TextStyle.Number));
        foreach (var item in bill.Objects)
        {
            var figure = "    " + DisplayWidth.PadLeft(Figures.Bytes(item.Bytes, true, options.Glyphs), 7) + "  ";
            foreach (var line in Prose.Wrap(new TextSpan(figure, TextStyle.Number), $"{TypeNames.Short(item.Type)}: {Printable.Of(item.Reason)}", options))
                yield return line;
        }

        if (bill.Note is not { } note)
            yield break;
        foreach (var line in Prose.Wrap(new TextSpan("    "), Printable.Of(note), options, TextStyle.Faint))
            yield return line;
    }
}
