using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace AsyncWeave.Fixtures;

/// <summary>
/// A .NET root with runtimes that are not installed on this machine, put together from the runtime packs on NuGet: the host of the running
/// SDK, and <c>shared/</c> filled from the packs' <c>lib</c> and <c>native</c>. Programs run on them with <c>dotnet exec --fx-version</c>.
/// </summary>
public sealed class RuntimeRoot
{
    private static readonly object Gate = new();

    private static readonly string Packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private RuntimeRoot(string directory) => Directory = directory;

    public string Directory { get; }

    public string Framework(string name, string version) => Path.Combine(Directory, "shared", name, version);

    /// <param name="framework">Moniker of the folder in the pack: <c>net8.0</c>.</param>
    public static RuntimeRoot With(string version, string framework)
    {
        lock (Gate)
        {
            var root = new RuntimeRoot(Path.Combine(AppContext.BaseDirectory, "runtimes", version));
            var done = Path.Combine(root.Directory, "complete");
            if (File.Exists(done))
                return root;
            string[] frameworks = framework == "netcoreapp3.1" ? ["Microsoft.NETCore.App"] : ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];
            Restore(frameworks.Select(name => name + ".Runtime.linux-x64"), version);
            CopyHost(root.Directory);
            foreach (var name in frameworks)
                Fill(root.Framework(name, version), name + ".Runtime.linux-x64", version, framework);
            File.WriteAllText(done, "");
            return root;
        }
    }

    /// <summary>Reference assemblies of .NET Framework, which every .NET can compile against.</summary>
    public static string NetFrameworkReferences()
    {
        Restore(["Microsoft.NETFramework.ReferenceAssemblies.net472"], "1.0.3");
        return Path.Combine(FolderOf("Microsoft.NETFramework.ReferenceAssemblies.net472", "1.0.3"), "build", ".NETFramework", "v4.7.2");
    }

    /// <summary>Runs a program on the root's runtime and gives back its exit code and what it wrote to standard output.</summary>
    public (int ExitCode, string Output) Run(string version, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Directory, "dotnet"), ["exec", "--fx-version", version, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_ROOT"] = Directory;
        // 3.1 knows only older releases of ICU than machines have today.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    /// <summary>Brings packages into the NuGet folder by an ordinary restore; nothing happens where they are.</summary>
    public static void Restore(IEnumerable<string> packages, string version)
    {
        var missing = packages.Where(package => !System.IO.Directory.Exists(FolderOf(package, version))).ToList();
        if (missing.Count == 0)
            return;
        var directory = System.IO.Directory.CreateTempSubdirectory("asyncweave-restore-").FullName;
        var downloads = string.Concat(missing.Select(package => $"<PackageDownload Include=\"{package}\" Version=\"[{version}]\" />"));
        var project = Path.Combine(directory, "Packages.csproj");
        File.WriteAllText(project, $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>{downloads}</ItemGroup></Project>");
        using var restore = Process.Start("dotnet", ["restore", project, "-nologo", "-v", "q"]);
        restore.WaitForExit();
        System.IO.Directory.Delete(directory, recursive: true);
        if (restore.ExitCode != 0)
            throw new InvalidOperationException("could not restore " + string.Join(", ", missing));
    }

    public static string FolderOf(string package, string version) => Path.Combine(Packages, package.ToLowerInvariant(), version);

    private static void CopyHost(string root)
    {
        var installed = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        CopyFiles(Path.Combine(installed, "host", "fxr", Path.GetFileName(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()))),
            Path.Combine(root, "host", "fxr", Environment.Version.ToString(3)));
        File.Copy(Path.Combine(installed, "dotnet"), Path.Combine(root, "dotnet"), overwrite: true);
    }

    private static void Fill(string target, string package, string version, string framework)
    {
        var pack = Path.Combine(FolderOf(package, version), "runtimes", "linux-x64");
        CopyFiles(Path.Combine(pack, "lib", framework), target);
        CopyFiles(Path.Combine(pack, "native"), target);
        var dependencies = Path.Combine(target, Path.GetFileName(Path.GetDirectoryName(target)) + ".deps.json");
        if (!File.Exists(dependencies))
            WriteDependencies(dependencies, target, version);
    }

    // The packs of .NET Core 3.1 leave out the list that the host reads.
    private static void WriteDependencies(string file, string framework, string version)
    {
        const string target = ".NETCoreApp,Version=v3.1/linux-x64";
        var library = Path.GetFileName(Path.GetDirectoryName(framework)) + "/" + version;
        JsonObject Assets(string pattern) => new(System.IO.Directory.EnumerateFiles(framework, pattern)
            .Select(path => KeyValuePair.Create<string, JsonNode?>(Path.GetFileName(path), new JsonObject())));
        var document = new JsonObject
        {
            ["runtimeTarget"] = new JsonObject { ["name"] = target, ["signature"] = "" },
            ["targets"] = new JsonObject { [target] = new JsonObject { [library] = new JsonObject { ["runtime"] = Assets("*.dll"), ["native"] = Assets("*.so") } } },
            ["libraries"] = new JsonObject { [library] = new JsonObject { ["type"] = "package", ["serviceable"] = true, ["sha512"] = "" } },
        };
        File.WriteAllText(file, document.ToJsonString());
    }

    private static void CopyFiles(string from, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        if (!System.IO.Directory.Exists(from))
            return;
        foreach (var file in System.IO.Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}
