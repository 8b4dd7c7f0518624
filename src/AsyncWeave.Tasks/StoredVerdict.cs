using System.Globalization;
using System.Text;
using AsyncWeave.Model;
using Verdict = AsyncWeave.Report.Budgets.Verdict;

namespace AsyncWeave.Tasks;

/// <summary>
/// What a judgement said and what it rested on, so that a build in which nothing changed says it again without reading
/// the model. One line per fact; its first character tells what the rest is.
/// </summary>
internal sealed record StoredVerdict(
    IReadOnlyList<string> Basis,
    IReadOnlyList<string> Files,
    IReadOnlyList<Diagnostic> Log,
    string Summary,
    bool Failed)
{
    private const string Version = "asyncweave verdict 1";

    public static StoredVerdict Of(Verdict verdict, Judge task) => new(
        [.. JudgementBasis.Of(task).Select(OneLine)],
        // A report that is missing or was touched is written again.
        [.. verdict.FilesRead.Concat(task.Reports.Select(report => report.GetMetadata("FullPath"))).Select(FileStamp.Of)],
        verdict.Log,
        OneLine(SummaryLine.Of(task, verdict.Report)),
        verdict.Failed);

    public bool StillHolds(IReadOnlyList<string> basis) =>
        Basis.SequenceEqual(basis.Select(OneLine)) && Files.All(FileStamp.IsCurrent);

    public void Write(string path)
    {
        var lines = new List<string> { Version };
        lines.AddRange(Basis.Select(line => "b" + line));
        lines.AddRange(Files.Select(line => "f" + line));
        lines.AddRange(Log.Select(finding => "d" + Text(finding)));
        lines.Add("s" + Summary);
        lines.Add(Failed ? "x" : "p");
        OutputFile.WriteIfDifferent(path, stream =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join("\n", lines));
            stream.Write(bytes, 0, bytes.Length);
        });
    }

    /// <returns>Null when there is none, or none that this version can read.</returns>
    public static StoredVerdict? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        var lines = File.ReadAllText(path).Split('\n');
        if (lines[0] != Version || lines[lines.Length - 1] is not ("x" or "p"))
            return null;

        return new StoredVerdict(
            Facts(lines, 'b'),
            Facts(lines, 'f'),
            Facts(lines, 'd').ConvertAll(Finding),
            Facts(lines, 's')[0],
            Failed: lines[lines.Length - 1] == "x");
    }

    private static List<string> Facts(string[] lines, char kind) =>
        lines.Where(line => line.Length > 0 && line[0] == kind).Select(line => line.Substring(1)).ToList();

    private static string Text(Diagnostic finding) => string.Join("\t",
        finding.Id, finding.Severity, finding.Line?.ToString(CultureInfo.InvariantCulture), finding.Column?.ToString(CultureInfo.InvariantCulture),
        finding.EndLine?.ToString(CultureInfo.InvariantCulture), OneLine(finding.File ?? ""), OneLine(finding.Message));

    private static Diagnostic Finding(string line)
    {
        var parts = line.Split('\t');
        return new Diagnostic(
            parts[0], Method: null, (Severity)Enum.Parse(typeof(Severity), parts[1]), parts[6], parts[5].Length > 0 ? parts[5] : null, Number(parts[2]), Number(parts[3]))
        {
            EndLine = Number(parts[4]),
        };
    }

    private static int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Neither the build log nor this file has room for a second line.</summary>
    private static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ');
}
