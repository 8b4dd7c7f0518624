using System.Diagnostics;

namespace AsyncWeave.Build.Tests.Harness;

/// <summary>Runs the <c>dotnet</c> command and waits for it.</summary>
internal static class DotNet
{
    // A compiler server of our own: it makes each build faster, and can be ended without ending anybody else's.
    private static readonly string CompilerServer = "asyncweave-tests-" + Environment.ProcessId;

    public static BuildRun Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = directory,
        };
        // A test host passes on what it was started with; a build of a user starts without it.
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestHost).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // Each process ends before what it learned of itself would pay.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["SharedCompilationId"] = CompilerServer;
        return Command.Wait(start);
    }

    public static void EndCompilerServer(string directory)
    {
        var sdk = Run(directory, "--info").Output.Split('\n').First(line => line.Contains("Base Path:")).Split(':', 2)[1].Trim();
        Run(directory, "exec", Path.Combine(sdk, "Roslyn", "bincore", "VBCSCompiler.dll"), "-pipename:" + CompilerServer, "-shutdown");
    }

    private static bool IsOfTheTestHost(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST_", StringComparison.Ordinal) || name is "CI" or "TESTINGPLATFORM_UI_LANGUAGE";
}
