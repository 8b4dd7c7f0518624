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
    private bool tailsAreKnown;
    private IReadOnlyCollection<int>? tails;

    /// <summary>The suspending body, for rules that read instructions.</summary>
    public BodyFacts Body => body ??= BodyFacts.OfAsync(Module, Method, Flow, Interests ?? new MemberInterests(Module));

    /// <summary>The ends of awaits that the method passes on as its own; null where it does anything else.</summary>
    public IReadOnlyCollection<int>? Tails
    {
        get
        {
            if (!tailsAreKnown)
                tails = TailAwaits.Find(this);
            tailsAreKnown = true;
            return tails;
        }
    }

    /// <summary>Those of the module, where the caller has them.</summary>
    public MemberInterests? Interests { get; init; }

    public bool ReturnsNothing => Report.ReturnType == "System.Void";

    /// <summary>Heap bytes at the first suspension; null where the model could not tell.</summary>
    public int? SuspensionBytes => Report.Allocations?.Suspension.Bytes;

    public Place PlaceOf(Await await) =>
        new(Report.Source?.File, await.Line ?? Report.Source?.Line ?? 0, await.Column ?? 0, await.Line ?? 0);

    public string OperationOf(Await await) => ShortName.OfOperation(await.Operation) ?? "the operation";
}
