using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The twelve questions that an experienced reader asks of an async method, with this method's answers.</summary>
internal static class Checklist
{
    public static IReadOnlyList<ChecklistAnswer> Of(DescribedMethod method, IReadOnlyList<Diagnostic> traps, CodeContext context)
    {
        if (method.Report.Kind == MethodKind.Iterator)
            return [];
        var answers = new ChecklistAnswers(method.Report, traps, context);
        return
        [
            answers.CompletesSynchronously(),
            answers.NeedsAsync(),
            answers.CrossesAwaits(),
            answers.CapturesContext(),
            answers.AwaitsInLoops(),
            answers.HasAsyncLambdas(),
            answers.JustifiesValueTask(),
            answers.CouldBatch(),
            answers.Blocks(),
            answers.LosesExceptions(),
            answers.HoldsLargeObjects(),
            answers.IsCritical(),
        ];
    }
}
