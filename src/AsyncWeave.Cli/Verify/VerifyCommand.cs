using System.CommandLine;
using AsyncWeave.Analysis;
using AsyncWeave.Cli.Scanning;
using AsyncWeave.Cli.Terminal;

namespace AsyncWeave.Cli.Verify;

/// <summary><c>asyncweave verify</c>: ask the running CLR for the real layouts and compare, field by field.</summary>
internal static class VerifyCommand
{
    public static Command Create(ProcessContext process)
    {
        var assemblies = new Argument<string[]>("assembly") { Description = "Assemblies or directories of them; they are loaded into this process", Arity = ArgumentArity.OneOrMore };
        var references = Commands.SharedOptions.References();
        var json = new Option<bool>("--json") { Description = "Write the outcome as JSON to standard output" };
        var command = new Command("verify", "Ask the running CLR for the real layouts and compare, field by field") { assemblies, references, json };
        command.SetAction(parsed => Run(
            new VerifyOptions(
                parsed.GetRequiredValue(assemblies),
                [.. (parsed.GetValue(references) ?? []).Select(process.FullPath)],
                parsed.GetValue(json)),
            process));
        return command;
    }

    private static int Run(VerifyOptions options, ProcessContext process)
    {
        if (!RuntimeRecords.CanBeRead())
            throw new InvalidOperationException("this runtime keeps its records of types differently; nothing can be verified on it");
        process.Error.WriteLine("asyncweave verify loads the assemblies and their dependencies into this process; no other command does.");

        using var session = new AnalysisSession();
        var verifier = new Verifier(session, options.References);
        var outcome = Verify(InputFiles.Find(options.Assemblies, process), verifier);
        if (options.Json)
            VerificationJson.Write(outcome, process.RawOut);
        else
            process.Out.WriteLines(VerificationText.Write(outcome));
        return outcome.Differences.Count > 0 ? ExitCode.GateFailed : ExitCode.Fine;
    }

    private static Verification Verify(IEnumerable<InputFile> files, Verifier verifier) =>
        files.Aggregate(Verification.Nothing, (sum, file) => sum.Plus(verifier.Verify(file)));
}
