using System.Globalization;
using AsyncWeave.Model;
using AsyncWeave.Report.Baselines;

namespace AsyncWeave.Tasks;

/// <summary>Rewrites the ratchet file from this build, when asked to.</summary>
internal static class BaselineUpdate
{
    /// <param name="complete">The project has one target framework: lines for others are left over.</param>
    /// <returns>True when the file changed.</returns>
    public static bool Write(string path, AssemblyReport report, bool complete)
    {
        // The inner builds of several target frameworks run at once and write one file.
        using var turn = new Mutex(initiallyOwned: false, NameFor(path));
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Another build was stopped in its turn; the file is replaced in one step, so it is whole.
        }

        try
        {
            return Baseline.Update(path, [report], complete);
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    /// <summary>The same in every process: a hash of the path (FNV-1a), since names of mutexes are short.</summary>
    private static string NameFor(string path)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in path)
            hash = (hash ^ character) * 1099511628211UL;
        return "asyncweave-baseline-" + hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
