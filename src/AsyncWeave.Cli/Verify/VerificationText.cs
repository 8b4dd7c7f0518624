using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Verify;

/// <summary>What <c>verify</c> prints.</summary>
internal static class VerificationText
{
    public static IEnumerable<TextLine> Write(Verification verification)
    {
        foreach (var difference in verification.Differences)
            yield return TextLine.Of(new TextSpan("differs  ", TextStyle.Bad), new TextSpan(Describe(difference)));
        foreach (var skipped in verification.Skipped)
            yield return TextLine.Of($"skipped  {Printable.Of(skipped.Assembly)} {Printable.Of(skipped.Method)}: {Printable.Of(skipped.Reason)}", TextStyle.Faint);
        var equal = verification.Values - verification.Differences.Count;
        yield return TextLine.Of(
            $".NET {Environment.Version}: {verification.StateMachines} state machines, {verification.Values} values compared, {equal} equal, "
            + $"{verification.Differences.Count} different; {verification.Skipped.Count} skipped");
    }

    private static string Describe(LayoutDifference difference) =>
        $"{Printable.Of(difference.Assembly)} {Printable.Of(difference.Method)}: {Printable.Of(difference.What)}: predicted {difference.Predicted}, the CLR has {difference.Actual}";
}
