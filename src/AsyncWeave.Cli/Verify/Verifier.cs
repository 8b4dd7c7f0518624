using System.Reflection;
using System.Runtime.InteropServices;
using AsyncWeave.Analysis;
using AsyncWeave.Cli.Scanning;

namespace AsyncWeave.Cli.Verify;

/// <summary>Analyses an assembly for the runtime that runs the tool, loads it, and asks that runtime.</summary>
internal sealed class Verifier(AnalysisSession session, IReadOnlyList<string> references)
{
    public static string Runtime { get; } = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>A file that was found in a directory and cannot be loaded is skipped, a named one is an error.</summary>
    public Verification Verify(InputFile file)
    {
        try
        {
            return Verify(file.Path);
        }
        catch (UnreadableAssemblyException unreadable) when (!file.WasNamed)
        {
            return Verification.Nothing with { Skipped = [new SkippedMethod(file.ShownAs, "", unreadable.Message)] };
        }
    }

    private Verification Verify(string path)
    {
        var report = session.Analyze(new AnalysisOptions(path)
        {
            TargetRuntime = Runtime,
            Architecture = ArchitectureOfThisProcess(),
            ReferenceDirectories = references,
            RunRules = false,
        });
        if (report.Methods.Count == 0)
            return Verification.Nothing;
        var context = new VerifyLoadContext(path, references);
        try
        {
            return new AssemblyVerification(report, Load(context, path)).Run();
        }
        finally
        {
            context.Unload();
        }
    }

    private static Assembly Load(VerifyLoadContext context, string path)
    {
        try
        {
            return context.LoadSubject();
        }
        catch (Exception refused) when (refused is IOException or BadImageFormatException)
        {
            throw new UnreadableAssemblyException($"{Path.GetFileName(path)}: the CLR does not load it: {refused.Message}", refused);
        }
    }

    private static Model.Architecture ArchitectureOfThisProcess() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X86 => Model.Architecture.X86,
        Architecture.Arm64 => Model.Architecture.Arm64,
        Architecture.Arm => Model.Architecture.Arm,
        _ => Model.Architecture.X64,
    };
}
