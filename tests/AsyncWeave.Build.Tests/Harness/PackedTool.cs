using System.Diagnostics;

namespace AsyncWeave.Build.Tests.Harness;

/// <summary>The command <c>asyncweave</c>, packed and installed once for the run.</summary>
internal static class PackedTool
{
    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>Runs it outside of any build server.</summary>
    public static BuildRun Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Installed.Value, "asyncweave"), arguments) { WorkingDirectory = directory };
        foreach (var server in new[] { "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "TEAMCITY_VERSION" })
            start.Environment.Remove(server);
        return Command.Wait(start);
    }

    public static void Remove()
    {
        if (Installed.IsValueCreated)
            Directory.Delete(Installed.Value, recursive: true);
    }

    private static string Install()
    {
        var folder = Directory.CreateTempSubdirectory("asyncweave-tool-").FullName;
        DotNet.Run(Repository.Root, "pack", "src/AsyncWeave.Cli", "--configuration", Repository.Configuration, "--output", folder, "-nologo", "-v:q", "-p:PackageVersion=" + PackedPackage.Version).MustSucceed();
        DotNet.Run(folder, "tool", "install", "AsyncWeave.Tool", "--tool-path", folder, "--version", PackedPackage.Version, "--add-source", folder).MustSucceed();
        return folder;
    }
}
