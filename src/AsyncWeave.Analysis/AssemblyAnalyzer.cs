using AsyncWeave.Model;

namespace AsyncWeave.Analysis;

/// <summary>The door for those who analyse a single assembly.</summary>
public static class AssemblyAnalyzer
{
    /// <exception cref="UnreadableAssemblyException">The assembly could not be read (AW0001).</exception>
    public static AssemblyReport Analyze(AnalysisOptions options)
    {
        using var session = new AnalysisSession();
        return session.Analyze(options);
    }
}
