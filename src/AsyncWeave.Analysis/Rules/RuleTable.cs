using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Rules;

/// <summary>The rules in the order of their ids.</summary>
internal static class RuleTable
{
    public static IReadOnlyList<IMethodRule> ForMethods(OpenedModule module, FunctionUses uses, CodeContext context) =>
    [
        new AW2001RedundantAsync(),
        new AW2002AsyncWithoutAwait(),
        new AW2003AsyncVoid(uses),
        new AW2004AwaitInLoop(),
        new AW2005ForwardingLambda(),
        new AW2009CapturesContext(context),
        new AW2010LargeValueHeld(),
        new AW2011BufferHeld(),
        new AW2012ThisHeld(),
        new AW2013DeadHoist(),
        new AW2014SpilledTemporary(),
        new AW2015TokenNotPassed(module),
        new AW2016ValueTaskMisuse(),
        new AW2017UncachedResult(),
        new AW2018WorkAfterAwait(),
        new AW2019SwallowedCancellation(),
    ];

    public static IReadOnlyList<IBodyRule> ForBodies(FunctionUses uses) =>
    [
        new AW2007BlockingOnTask(uses),
        new AW2008DroppedTask(),
    ];
}
