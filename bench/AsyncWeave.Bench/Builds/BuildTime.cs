namespace AsyncWeave.Bench.Builds;

/// <param name="Wall">From start to exit.</param>
/// <param name="Processor">CPU time of the MSBuild process, which runs our task; the compiler is another process.</param>
internal readonly record struct BuildTime(TimeSpan Wall, TimeSpan Processor);
