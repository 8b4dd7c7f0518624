using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Baselines;

/// <summary>The baseline file, written.</summary>
public static class Baseline
{
    /// <summary>A new baseline of what reports measure.</summary>
    /// <exception cref="InvalidReportException">A report is of an unoptimized assembly, whose state machines are others.</exception>
    public static void Write(Stream output, IReadOnlyList<AssemblyReport> reports)
    {
        RequireOptimized(reports);
        BaselineWriter.Write(output, BaselineDocument.Empty.Update(reports, complete: true));
    }

    /// <summary>Brings the baseline at a path up to date; the lines of other assemblies stay. The file is replaced in one step, and left alone where nothing changes.</summary>
    /// <param name="complete">The reports speak of every target framework of their assemblies; false keeps the lines of frameworks that they do not speak of.</param>
    /// <returns>True when the file changed.</returns>
    /// <exception cref="InvalidReportException">A report is of an unoptimized assembly, whose state machines are others.</exception>
    public static bool Update(string path, IReadOnlyList<AssemblyReport> reports, bool complete)
    {
        RequireOptimized(reports);
        var old = File.Exists(path) ? File.ReadAllBytes(path) : null;
        var known = old is null ? BaselineDocument.Empty : new BaselineReader(path, new Problems()).Read(new MemoryStream(old));
        using var text = new MemoryStream();
        BaselineWriter.Write(text, known.Update(reports, complete));
        return AtomicFile.Replace(path, old, text.ToArray());
    }

    internal static BaselineDocument? TryRead(string path, string display, Problems problems)
    {
        try
        {
            using var text = new MemoryStream(File.ReadAllBytes(path));
            return new BaselineReader(display, problems).Read(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var why = File.Exists(path) ? "is not readable" : "does not exist";
            problems.Invalid(new Origin(display, display), $"the baseline '{display}' {why}; AsyncWeaveUpdateBaseline=true or 'asyncweave baseline' writes it");
            return null;
        }
    }

    private static void RequireOptimized(IReadOnlyList<AssemblyReport> reports)
    {
        if (reports.FirstOrDefault(r => !r.Assembly.Optimized) is { } debug)
            throw new InvalidReportException($"{debug.Assembly.Name} was compiled without optimization: a baseline is written from optimized builds alone");
    }
}
