using AsyncWeave.Cli.Terminal;
using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Cli.Scanning;

/// <summary>Reports that were written before: files, and directories that are searched for them.</summary>
internal static class ReportFiles
{
    private const string Extension = ".asyncweave.json";

    /// <summary>A JSON file, or a directory that has reports; everything else is taken for assemblies.</summary>
    public static bool AreMeantBy(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*" + Extension, InputFiles.Everywhere).Any()
        : Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Full paths in the order of the command line; files of a directory by name.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> inputs, ProcessContext process) =>
        inputs.SelectMany(input => Directory.Exists(process.FullPath(input)) ? In(process.FullPath(input), input) : [Existing(process.FullPath(input), input)])
            .Distinct(StringComparer.Ordinal)
            .ToList();

    /// <summary>Hands on the assemblies one by one, so that many large reports need the memory of one.</summary>
    /// <returns>What the document says beside its assemblies.</returns>
    public static ReportSet ReadEach(string path, ProcessContext process, Action<AssemblyReport> handOn)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return ReportJson.ReadEach(stream, handOn);
        }
        catch (InvalidReportException e)
        {
            throw new InvalidReportException($"{process.ShownPath(path)}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidReportException($"{process.ShownPath(path)}: {e.Message}", e);
        }
    }

    private static string Existing(string path, string typed) =>
        File.Exists(path) ? path : throw new InvalidReportException($"{typed} does not exist");

    private static List<string> In(string directory, string typed)
    {
        var found = Directory.EnumerateFiles(directory, "*" + Extension, InputFiles.Everywhere).Order(StringComparer.Ordinal).ToList();
        return found.Count > 0 ? found : throw new InvalidReportException($"{typed}: the directory has no *{Extension}");
    }
}
