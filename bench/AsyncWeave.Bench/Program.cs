using AsyncWeave.Bench.Builds;
using AsyncWeave.Bench.Speed;
using BenchmarkDotNet.Running;

// --ratio: CPU time of a scan beside its floor, in one process and a minute; --build: what a build costs with the package; everything else goes to BenchmarkDotNet.
if (args is ["--ratio", ..])
    return RatioRun.Run();
if (args is ["--build", ..])
    return BuildRun.Run();
if (args is ["--stages", .. var assemblies])
    return StageRun.Run(assemblies);

BenchmarkSwitcher.FromAssembly(typeof(RatioRun).Assembly).Run(args);
return 0;
