namespace AsyncWeave.Model;

/// <summary>One suspension point.</summary>
/// <param name="Index">Position in source order, from 0.</param>
/// <param name="Line">Null without symbols.</param>
/// <param name="Awaiter">Full metadata name of the awaiter, type arguments dropped; null where the IL does not say (<c>dynamic</c>).</param>
/// <param name="Operation">The call whose result is awaited, <c>Namespace.Type.Method(ParameterTypes)</c>; null where it is no call.</param>
/// <param name="CapturesContext">Whether the continuation returns to the captured context; null where a custom awaiter decides.</param>
/// <param name="InLoop">Whether the await can run again within one call.</param>
public sealed record Await(
    int Index,
    int? Line,
    int? Column,
    string? Awaiter,
    string? Operation,
    AwaitSyntax Syntax,
    bool? CapturesContext,
    bool InLoop,
    AwaitRegion Region)
{
    /// <summary>True when the builder was handed the awaiter's <c>OnCompleted</c>, which flows the ExecutionContext itself; false for <c>UnsafeOnCompleted</c>.</summary>
    public bool FlowsThroughOnCompleted { get; init; }
}

public enum AwaitSyntax
{
    Await,
    AwaitForeach,
    AwaitUsing,
}

public enum AwaitRegion
{
    Body,
    Try,
    Catch,
    Finally,
}
