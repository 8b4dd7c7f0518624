using AsyncWeave.Cli.Ci;
using AsyncWeave.Cli.Commands;
using AsyncWeave.Cli.Documents;
using AsyncWeave.Cli.Terminal;
using AsyncWeave.Report.Text;

namespace AsyncWeave.Cli.Scanning;

/// <summary>Inputs to verdict: read every assembly, judge it, write what was asked for, say how it went.</summary>
internal static class Scan
{
    public static int Run(ScanOptions options, ProcessContext process)
    {
        var files = InputFiles.Find(options.Inputs, process);
        var scanned = ScanProgress.Scan(files, options.Analysis, process.Error);
        var result = ScanResult.Of(scanned, read => Judgement.Of(read, options, process), isSet: files.Count > 1 || !files[0].WasNamed);
        if (options.Filter is { } filter && !result.NothingWasRead && result.Set.Reports.All(report => report.Methods.Count == 0))
            result = result with { Problems = [.. result.Problems, ScanProblem.MatchesNothing(filter)] };

        var sources = options.SourceRoot is { } root ? new SourceFiles(root).LinesOf : (Func<string, IReadOnlyList<string>?>?)null;
        foreach (var target in options.Documents)
            DocumentFile.Write(target, process, stream => DocumentWriter.Write(target.Format, stream, result.Set, result.IsSet, sources));
        Say(result, options, process);
        return result.ExitCode;
    }

    private static void Say(ScanResult result, ScanOptions options, ProcessContext process)
    {
        // A document on standard output must be alone there.
        var target = options.Documents.Any(document => document.IsStandardOutput) ? process.Error : process.Out;
        if (!result.NothingWasRead)
            target.WriteLines(ScanText.Write(result.Set, result.Log, target.Options));
        foreach (var document in options.Documents.Where(document => !document.IsStandardOutput))
            target.WriteLine($"{document.Format.ToString().ToLowerInvariant()}: {Printable.Of(document.Path)}");
        ScanOnBuildServer.Say(result, BuildServer.Of(options.Ci, process), options.Documents, target, process);
        foreach (var problem in result.Problems)
            process.Error.WriteLine(TextLine.Of(new TextSpan("asyncweave: "), new TextSpan(problem.Which + ": ", TextStyle.Bad), new TextSpan(Printable.Of(problem.Why))));
    }
}
