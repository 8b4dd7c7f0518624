using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Flow;

/// <summary>An await that is described, and not yet numbered.</summary>
/// <param name="Point">Where it stands in the source.</param>
/// <param name="OperationCall">Index of the call whose result is awaited; -1 where it is no call.</param>
internal sealed record DescribedAwait(BodyCode Code, AwaitSite Site, SourcePoint? Point, int OperationCall)
{
    public string? Operation { get; init; }

    public AwaitSyntax Syntax { get; init; }

    public bool? CapturesContext { get; init; }

    public bool InLoop { get; init; }

    public AwaitRegion Region { get; init; }

    /// <param name="index">Place in source order.</param>
    public Suspension AsSuspension(int index)
    {
        var await = new Await(index, Point?.Line, Point?.Column, Site.Awaiter, Operation, Syntax, CapturesContext, InLoop, Region)
        {
            FlowsThroughOnCompleted = BuilderCalls.FlowsContextItself(Code.CalleeOf(Site.Site)),
        };
        return new Suspension(await, Code[Site.Site], At(Site.GetAwaiter), At(OperationCall));
    }

    private Instruction? At(int index) => index < 0 ? null : Code[index];
}
