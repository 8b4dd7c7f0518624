using AsyncWeave.Analysis;

namespace AsyncWeave.Bench.Speed;

/// <summary>AsyncWeave itself, on one thread.</summary>
internal static class Scan
{
    /// <summary>Awaits.</summary>
    public static int Run(Workload workload, bool rules)
    {
        using var session = new AnalysisSession();
        return workload.Assemblies.Sum(path => Awaits(session, path, rules));
    }

    private static int Awaits(AnalysisSession session, string path, bool rules)
    {
        try
        {
            return session.Analyze(new AnalysisOptions(path) { RunRules = rules }).Methods.Sum(method => method.AwaitCount);
        }
        catch (UnreadableAssemblyException)
        {
            return 0;
        }
    }
}
