using System.Runtime.ExceptionServices;
using AsyncWeave.Analysis.Describe;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Rules;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis;

/// <summary>Calls the rooms in order, for one assembly: finds its methods, has them analysed, asks the rules that look at the whole module.</summary>
/// <param name="first">The lane of the calling thread.</param>
/// <param name="another">Opens one for another thread; closed here.</param>
internal sealed class AssemblyAnalysis(Lane first, Func<Lane> another, int threads)
{
    public AssemblyReport Run(AssemblyIdentity assembly)
    {
        var unreadable = new List<UnreadableMethod>();
        var found = LambdaNames.Complete(AsyncMethodFinder.Find(first.Module, unreadable), first.Uses);
        var shares = LaneShares.Of(found, first.Module.Metadata, threads);
        var lanes = new Lane?[shares.Count];
        lanes[0] = first;
        try
        {
            var analysed = new AnalysedMethod[found.Count];
            InParallel(shares.Count, i => Analyze(lanes[i] ??= another(), found, shares[i], analysed));
            return Report(assembly, found, analysed, [.. lanes.Select(lane => lane!)], unreadable);
        }
        finally
        {
            foreach (var lane in lanes.Skip(1))
                lane?.Dispose();
        }
    }

    private static void Analyze(Lane lane, IReadOnlyList<AsyncMethod> found, IReadOnlyList<int> share, AnalysedMethod[] analysed)
    {
        foreach (var place in share)
            analysed[place] = lane.Methods.Run(found[place]);
    }

    private AssemblyReport Report(AssemblyIdentity assembly, IReadOnlyList<AsyncMethod> found, AnalysedMethod[] analysed, Lane[] lanes, List<UnreadableMethod> unreadable)
    {
        var methods = analysed.Where(method => method.Report is not null).Select(method => method.Report!).ToList();
        var rules = RuleSet.Join([.. lanes.Select(lane => lane.Methods.Rules).OfType<RuleSet>()]);
        var others = ModuleFindings.Share(methods, rules?.CheckModule(found) ?? []); // last: what lambdas are passed to is known by then
        var findings = new ToolFindings();
        findings.AddMethods(analysed);
        findings.AddUnreadable(unreadable);
        findings.AddFaults(rules?.Faults ?? []);
        findings.AddAboutSymbols(assembly, methods.Count);
        findings.AddNothingMeasured(assembly, methods.Count);
        return new AssemblyReport(AssemblyReport.CurrentSchemaVersion, ToolInfo.Current, assembly, Runtime(lanes), methods, [.. others, .. findings.ToList()])
        {
            Declarations = first.Methods.DeclaredOnAssembly,
        };
    }

    private RuntimeInfo Runtime(Lane[] lanes)
    {
        var target = first.Resolver.Target;
        return new RuntimeInfo(
            target.Framework,
            target.Architecture.ToString().ToLowerInvariant(),
            target.PointerSize,
            lanes.Max(lane => lane.Resolver.FrameworkSource).ToString().ToLowerInvariant());
    }

    private void InParallel(int count, Action<int> run)
    {
        if (count == 1)
        {
            run(0);
            return;
        }

        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, run);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Capture(faults.InnerExceptions[0]).Throw();
        }
    }
}
