using System.Globalization;
using AsyncWeave.Analysis;
using AsyncWeave.Analysis.Allocation;
using AsyncWeave.Analysis.Describe;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Packs;
using AsyncWeave.Analysis.Rules;

namespace AsyncWeave.Bench.Speed;

/// <summary>Where the CPU time and the allocated bytes of a scan go, room by room.</summary>
internal static class StageRun
{
    private const int Rounds = 10;

    /// <param name="assemblies">The generated one where none is named.</param>
    public static int Run(IReadOnlyList<string> assemblies)
    {
        if (assemblies.Count == 0)
            assemblies = Workload.Generated.Assemblies;
        for (var round = 1; round <= Rounds; round++)
        {
            var watch = new StageWatch();
            foreach (var path in assemblies)
                Scan(path, watch);
            if (round == Rounds)
                watch.Print();
        }

        return 0;
    }

    private static void Scan(string path, StageWatch watch)
    {
        var options = new AnalysisOptions(path);
        using var resolvers = new ResolverSession((framework, assembly) => LayoutPack.For(framework)?.Open(assembly));
        using var resolver = resolvers.For(options, RuntimeMoniker.For(AssemblyIdentityReader.PeekFramework(path), options.Architecture));
        using var module = ModuleReader.Open(options, resolver, resolver.Types);
        watch.Lap("open");
        var methods = AsyncMethodFinder.Find(module, []);
        watch.Lap("discovery");
        var layouts = new LayoutEngine(resolver, module);
        var placed = methods.Select(method => method.StateMachineHandle.IsNil ? null : layouts.Of(method.StateMachineHandle)).ToList();
        watch.Lap("layout");
        foreach (var method in methods)
            _ = module.Bodies.Decode(method.BodyHandle);
        watch.Lap("bodies, decoded");
        var symbols = methods.Select(method => module.Symbols.Of(method.BodyToken)).ToList();
        watch.Lap("symbols");
        var flows = methods.Select((method, i) => MoveNextFlow.Trace(module, method, symbols[i])).ToList();
        watch.Lap("flow");
        var model = new AllocationModel(module, resolver, layouts);
        var bills = methods.Select((method, i) => model.Estimate(method, placed[i], flows[i])).ToList();
        watch.Lap("allocation");
        var facts = methods.Select((method, i) => new MethodFacts(method, placed[i], flows[i], bills[i])).ToList();
        var saved = methods.Select(method => method.StateMachineHandle.IsNil ? new Dictionary<uint, int>() : layouts.SavedBytes(method.StateMachineHandle)).ToList();
        watch.Lap("bytes saved");
        var descriptions = new MethodDescription(module);
        var reports = facts.Select((fact, i) => descriptions.Of(fact, saved[i])).ToList();
        watch.Lap("description");
        var declarations = new DeclarationReader(module);
        foreach (var method in methods)
            declarations.Of(method);
        watch.Lap("declarations");
        var rules = new RuleSet(module, new FunctionUses(module));
        for (var i = 0; i < methods.Count; i++)
            rules.CheckMethod(new DescribedMethod(module, methods[i], reports[i], flows[i]));
        watch.Lap("rules of methods");
        rules.CheckModule(methods);
        watch.Lap("rules of the module");
    }

    private sealed class StageWatch
    {
        private const double Megabyte = 1024 * 1024;

        private readonly List<(string Stage, double Milliseconds, double Megabytes)> laps = [];
        private TimeSpan last = Environment.CpuUsage.TotalTime;
        private long allocated = GC.GetTotalAllocatedBytes();

        public void Lap(string stage)
        {
            var (now, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            laps.Add((stage, (now - last).TotalMilliseconds, (bytes - allocated) / Megabyte));
            (last, allocated) = (now, bytes);
        }

        public void Print()
        {
            foreach (var (stage, milliseconds, megabytes) in laps)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-22} {milliseconds,9:0.0} ms {megabytes,9:0.0} MB"));
        }
    }
}
