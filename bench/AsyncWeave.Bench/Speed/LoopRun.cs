
using AsyncWeave.Analysis; using AsyncWeave.Analysis.Discovery; using AsyncWeave.Analysis.Flow; using AsyncWeave.Analysis.Reading; using AsyncWeave.Analysis.Reading.Packs;
namespace AsyncWeave.Bench.Speed;
internal static class LoopRun
{
    public static int Run(string what, int rounds, string path)
    {
        if (!File.Exists(path)) { File.Copy(Workload.Generated.Assemblies[0], path); File.Copy(System.IO.Path.ChangeExtension(Workload.Generated.Assemblies[0], ".pdb"), System.IO.Path.ChangeExtension(path, ".pdb")); return 0; }
        var work = new Workload("x", [path]);
        var ways = what.Split(',');
        var best = new double[ways.Length]; Array.Fill(best, double.MaxValue); var bytes = new long[ways.Length];
        for (var r = 0; r < rounds; r++)
            for (var w = 0; w < ways.Length; w++)
            {
                Func<int> run = ways[w] switch { "floor" => () => Floor.Run(work), "plain" => () => Scan.Run(work, false), "all" => () => Scan.Run(work, true), _ => Prepare(path, ways[w]) };
                var t = Environment.CpuUsage.TotalTime; var b = GC.GetTotalAllocatedBytes();
                run();
                bytes[w] = GC.GetTotalAllocatedBytes() - b;
                best[w] = Math.Min(best[w], (Environment.CpuUsage.TotalTime - t).TotalMilliseconds);
            }
        for (var w = 0; w < ways.Length; w++) Console.WriteLine($"{ways[w],-6} {best[w]:0.0} ms {best[w] / best[0]:0.0} x {bytes[w] / 1048576.0:0.0} MB");
        return 0;
    }

    private static bool kinds;
    private static void Kinds(OpenedModule module, IReadOnlyList<AsyncMethod> methods, List<MethodSymbols> symbols)
    {
        if (kinds) return;
        kinds = true;
        var groups = Enumerable.Range(0, methods.Count).GroupBy(i => module.Metadata.GetString(module.Metadata.GetMethodDefinition((System.Reflection.Metadata.MethodDefinitionHandle)System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(methods[i].KickoffToken)).Name)).Where(g => g.Count() > 100 || true).ToList();
        for (var r = 0; r < 60; r++) foreach (var g in groups) foreach (var i in g) MoveNextFlow.Trace(module, methods[i], symbols[i]);
        Thread.Sleep(500);
        var total = 0.0;
        foreach (var g in groups)
        {
            var best = double.MaxValue; long bytes = 0; var n = 0; var list = g.ToList();
            foreach (var i in list) n += module.Bodies.Decode(methods[i].BodyHandle).Count;
            for (var r = 0; r < 20; r++)
            {
                var b = GC.GetAllocatedBytesForCurrentThread(); var t = System.Diagnostics.Stopwatch.GetTimestamp();
                foreach (var i in list) MoveNextFlow.Trace(module, methods[i], symbols[i]);
                best = Math.Min(best, System.Diagnostics.Stopwatch.GetElapsedTime(t).TotalMicroseconds); bytes = GC.GetAllocatedBytesForCurrentThread() - b;
            }
            total += best;
            if (list.Count > 20) Console.WriteLine($"  {g.Key,-30} {list.Count,5} x {n / list.Count,5} instr {best / list.Count,7:0.0} us {bytes / list.Count / 1024.0,6:0.0} KB");
        }
        Console.WriteLine($"  total {total / 1000:0.0} ms for {methods.Count}");
    }

    private static Func<int> Prepare(string path, string way)
    {
        var options = new AnalysisOptions(path);
        var resolvers = new ResolverSession((framework, assembly) => LayoutPack.For(framework)?.Open(assembly));
        var resolver = resolvers.For(options, RuntimeMoniker.For(AssemblyIdentityReader.PeekFramework(path), options.Architecture));
        var module = ModuleReader.Open(options, resolver, resolver.Types);
        var methods = AsyncMethodFinder.Find(module, []);
        var symbols = methods.Select(method => module.Symbols.Of(method.BodyToken)).ToList();
        if (Environment.GetEnvironmentVariable("KINDS") is not null) Kinds(module, methods, symbols);
        if (way == "noop") return () => { foreach (var m in methods) GC.KeepAlive(m); return 0; };
        if (way == "decode") return () => { foreach (var m in methods) module.Bodies.Decode(m.BodyHandle); return 0; };
        if (way == "traced") return () => { var b = module.Bodies.Buffers; for (var i = 0; i < methods.Count; i++) { b.Reset(); var code = module.Bodies.Decode(methods[i].BodyHandle); new TracedBody(code, new SlotTable(code, methods[i].StateMachineHandle), new Places(code, symbols[i], b), b); } return 0; };
        if (way == "cuts") return () => { var b = module.Bodies.Buffers; for (var i = 0; i < methods.Count; i++) { b.Reset(); var code = module.Bodies.Decode(methods[i].BodyHandle); var body = new TracedBody(code, new SlotTable(code, methods[i].StateMachineHandle), new Places(code, symbols[i], b), b); var state = StateDispatch.FindStateSlot(code, body.Slots, body.SlotOf); var d = new StateDispatch(body, state); CutFinder.Find(body, d, symbols[i]); StateSlots.Of(body, state); } return 0; };
        if (way == "draw") return () => { var b = module.Bodies.Buffers; for (var i = 0; i < methods.Count; i++) { b.Reset(); var code = module.Bodies.Decode(methods[i].BodyHandle); var body = new TracedBody(code, new SlotTable(code, methods[i].StateMachineHandle), new Places(code, symbols[i], b), b); var state = StateDispatch.FindStateSlot(code, body.Slots, body.SlotOf); var d = new StateDispatch(body, state); var c = CutFinder.Find(body, d, symbols[i]); var ss = StateSlots.Of(body, state); SourceGraph.Draw(body, c, ss, [0]);} return 0; };
        return () => { for (var i = 0; i < methods.Count; i++) MoveNextFlow.Trace(module, methods[i], symbols[i]); resolvers.Dispose(); return 0; };
    }
}
