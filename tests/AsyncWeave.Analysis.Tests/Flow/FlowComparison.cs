using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Tests.Flow.Judge;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Holds what IL says of every async function of a source against what Roslyn says of the source.</summary>
internal static class FlowComparison
{
    /// <summary>One line for each difference; none when all agree.</summary>
    public static IReadOnlyList<(string Name, string Text)> Differences(Fixture fixture, LifeNames names)
    {
        using var module = Opened.Module(fixture.AssemblyPath);
        var traced = AsyncMethodFinder.Find(module)
            .Where(method => method.Kind != MethodKind.Iterator)
            .GroupBy(Key)
            .ToDictionary(group => group.Key, group => group.Select(method => Trace(module, method)).ToList());
        var differences = new List<(string, string)>();
        foreach (var group in SourceJudge.Functions(fixture.Compilation).GroupBy(function => (function.Name, function.IsLambda)))
        {
            var judged = group.OrderBy(function => function.Line).ToList();
            if (!traced.TryGetValue(group.Key, out var flows) || flows.Count != judged.Count)
            {
                differences.Add((group.Key.Name, $"{judged.Count} functions in source, {flows?.Count ?? 0} in IL"));
                continue;
            }

            for (var i = 0; i < judged.Count; i++)
                differences.AddRange(Compare(judged[i], flows[i].Flow, flows[i].Names, names).Select(text => (group.Key.Name, text)));
        }

        return differences;
    }

    private static (MethodFlow Flow, TracedNames Names) Trace(OpenedModule module, AsyncMethod method)
    {
        var flow = MoveNextFlow.Trace(module, method, module.Symbols.Of(method.BodyToken));
        return (flow, new TracedNames(module, method, flow));
    }

    private static (string Name, bool IsLambda) Key(AsyncMethod method)
    {
        var parts = method.Names.PatternName.Split('.');
        return parts[^1].StartsWith("<lambda", StringComparison.Ordinal) ? (parts[^2], true) : (parts[^1], false);
    }

    private static IEnumerable<string> Compare(JudgedFunction judged, MethodFlow flow, TracedNames traced, LifeNames names)
    {
        var expected = judged.Awaits
            .Select(await => Line(await.Line, await.Syntax, await.InLoop, await.Region, await.Parameters, Locals(await.Locals, names)))
            .Order(StringComparer.Ordinal).ToList();
        var actual = flow.Suspensions.Select(suspension => suspension.Await)
            .Select(await => Line(await.Line ?? 0, await.Syntax, await.InLoop, await.Region, traced.Parameters(await.Index), Locals([.. traced.Locals(await.Index)], names)))
            .Order(StringComparer.Ordinal).ToList();
        return expected.Except(actual).Select(line => $"source says {line}")
            .Concat(actual.Except(expected).Select(line => $"IL says     {line}"))
            .Concat(expected.Count == actual.Count ? [] : [$"{expected.Count} awaits in source, {actual.Count} in IL"]);
    }

    private static string Locals(IReadOnlyList<string> locals, LifeNames names) => names switch
    {
        LifeNames.Exact => string.Join(' ', locals),
        LifeNames.Counted => $"{locals.Count} locals",
        _ => "",
    };

    private static string Line(int line, AwaitSyntax syntax, bool inLoop, AwaitRegion region, IEnumerable<string> parameters, string locals) =>
        $"{line,4} {syntax} {(inLoop ? "loop" : "once")} {region} [{string.Join(' ', parameters)}] [{locals}]";
}
