using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>An async method as the rules see it.</summary>
/// <param name="Report">The method as described so far: layout, awaits, allocations.</param>
internal sealed record DescribedMethod(OpenedModule Module, AsyncMethod Method, MethodReport Report, MethodFlow Flow)
{
    private BodyFacts? body;

    /// <summary>The suspending body, for rules that read instructions.</summary>
    public BodyFacts Body => body ??= BodyFacts.OfAsync(Module, Method, Flow);

    /// <summary>Heap bytes at the first suspension; null where the model could not tell.</summary>
    public int? SuspensionBytes => Report.Allocations?.Suspension.Bytes;

    public Place PlaceOf(Await await) =>
        new(Report.Source?.File, await.Line ?? Report.Source?.Line ?? 0, await.Column ?? 0, await.Line ?? 0);

    public string OperationOf(Await await) => ShortName.OfOperation(await.Operation) ?? "the operation";
}
