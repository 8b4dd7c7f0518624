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
    // The compiler in the background is done with what runs often by then.
    private const int Rounds = 25;

    /// <param name="assemblies">Both workloads where none is named.</param>
    public static int Run(IReadOnlyList<string> assemblies)
    {
        foreach (var workload in assemblies.Count > 0 ? [new Workload("the named assemblies", assemblies)] : new[] { Workload.Generated, Workload.SharedFramework })
            Run(workload);
        return 0;
    }

    private static void Run(Workload workload)
    {
        var watch = new StageWatch();
        for (var round = 1; round <= Rounds; round++)
        {
            GC.Collect();
            watch.Start();
            using var resolvers = new ResolverSession((framework, assembly) => LayoutPack.For(framework)?.Open(assembly));
            foreach (var path in workload.Assemblies)
                TryScan(path, resolvers, watch);
        }

        Console.WriteLine(workload.Name);
        watch.Print();
    }

    private static void TryScan(string path, ResolverSession resolvers, StageWatch watch)
    {
        try
        {
            Scan(path, resolvers, watch);
        }
        catch (UnreadableAssemblyException)
        {
            watch.Lap("open");
        }
    }

    private static void Scan(string path, ResolverSession resolvers, StageWatch watch)
    {
        var options = new AnalysisOptions(path);
        using var image = ModuleReader.Read(path);
        using var resolver = resolvers.For(options, RuntimeMoniker.For(AssemblyIdentityReader.FrameworkOf(image.Metadata), options.Architecture));
        using var module = ModuleReader.Open(image, options, resolver);
        watch.Lap("open");
        var methods = AsyncMethodFinder.Find(module, []);
        watch.Lap("discovery");
        var layouts = new LayoutEngine(resolver, module);
        var machines = methods.Select(method => method.StateMachineHandle).ToList();
        var placed = machines.ConvertAll(machine => machine.IsNil ? null : layouts.Of(machine));
        watch.Lap("layout");
        var savings = machines.ConvertAll(machine => machine.IsNil ? FieldSavings.None : layouts.SavedBytes(machine));
        watch.Lap("bytes saved");
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
        var descriptions = new MethodDescription(module);
        var reports = facts.Select((fact, i) => descriptions.Of(fact, savings[i])).ToList();
        watch.Lap("description");
        var declarations = new DeclarationReader(module);
        foreach (var method in methods)
            declarations.Of(method);
        watch.Lap("declarations");
        var rules = new RuleSet(module, new FunctionUses(module));
        for (var i = 0; i < methods.Count; i++)
        {
            var described = new DescribedMethod(module, methods[i], reports[i], MoveNextFlow.Trace(module, methods[i], symbols[i])); // the evidence lasts until the next trace
            watch.Skip();
            var traps = rules.CheckMethod(described);
            _ = Checklist.Of(described, traps, rules.Context);
            watch.Lap("rules of methods");
        }

        rules.CheckModule(methods);
        watch.Lap("rules of the module");
    }

    /// <summary>Adds up a round's laps by stage, and keeps of each stage the round that took the least.</summary>
    private sealed class StageWatch
    {
        private const double Megabyte = 1024 * 1024;

        private readonly List<string> stages = [];
        private readonly Dictionary<string, (double Milliseconds, double Megabytes)> least = [];
        private readonly Dictionary<string, (double Milliseconds, double Megabytes)> round = [];
        private TimeSpan last;
        private long allocated;

        public void Start()
        {
            Keep();
            (last, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        }

        public void Lap(string stage)
        {
            var (now, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            if (!stages.Contains(stage))
                stages.Add(stage);
            var (milliseconds, megabytes) = round.GetValueOrDefault(stage);
            round[stage] = (milliseconds + (now - last).TotalMilliseconds, megabytes + ((bytes - allocated) / Megabyte));
            (last, allocated) = (now, bytes);
        }

        /// <summary>What was done since the last lap has been counted once.</summary>
        public void Skip() => (last, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());

        public void Print()
        {
            Keep();
            foreach (var stage in stages)
                Print(stage, least[stage]);
            Print("together", (least.Values.Sum(lap => lap.Milliseconds), least.Values.Sum(lap => lap.Megabytes)));
        }

        private void Keep()
        {
            foreach (var (stage, lap) in round)
            {
                if (!least.TryGetValue(stage, out var known) || lap.Milliseconds < known.Milliseconds)
                    least[stage] = lap;
            }

            round.Clear();
        }

        private static void Print(string stage, (double Milliseconds, double Megabytes) lap) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage,-22} {lap.Milliseconds,9:0.0} ms {lap.Megabytes,9:0.0} MB"));
    }
}
