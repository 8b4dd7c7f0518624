using AsyncWeave.Analysis;

namespace AsyncWeave.Cli.Scanning;

/// <summary>Analyses many assemblies at once; the order of the results is that of the inputs, whichever is done first.</summary>
internal static class Scanner
{
    /// <param name="done">Called once for each file as it is done, from any thread.</param>
    public static IReadOnlyList<ScannedFile> Scan(IReadOnlyList<InputFile> files, AnalysisSettings settings, Action done)
    {
        var results = new ScannedFile[files.Count];
        var threads = files.Count == 1 ? Environment.ProcessorCount : 1;
        Parallel.For(
            0, files.Count,
            () => new AnalysisSession(),
            (i, _, session) =>
            {
                results[i] = ScanOne(files[i], settings, threads, session);
                done();
                return session;
            },
            session => session.Dispose());
        return results;
    }

    // Whatever one assembly does to us, the others are still wanted.
    private static ScannedFile ScanOne(InputFile file, AnalysisSettings settings, int threads, AnalysisSession session)
    {
        try
        {
            return new ScannedFile.Read(file, session.Analyze(settings.For(file.Path) with { Threads = threads }));
        }
        catch (UnreadableAssemblyException e)
        {
            return new ScannedFile.Unreadable(file, e.Message);
        }
        catch (Exception e)
        {
            return new ScannedFile.Faulted(file, e);
        }
    }
}
