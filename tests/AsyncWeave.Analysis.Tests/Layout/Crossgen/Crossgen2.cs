using System.Diagnostics;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Layout.Crossgen;

/// <summary>
/// .NET's ahead-of-time compiler, which knows the layouts of architectures that do not run here. It compiles a module for one of them and
/// lists the machine code.
/// </summary>
/// <param name="directory">Where it leaves what it writes.</param>
internal sealed class Crossgen2(string version, string directory)
{
    private const string Package = "Microsoft.NETCore.App.Crossgen2.linux-x64";

    /// <param name="frameworks">Directories with the framework's implementation assemblies.</param>
    /// <returns>The listing, line by line.</returns>
    public IEnumerable<string> Compile(string module, IReadOnlyList<string> frameworks, Architecture architecture)
    {
        RuntimeRoot.Restore([Package], version);
        var listing = Path.Combine(directory, $"{Path.GetFileNameWithoutExtension(module)}.{version}.{architecture}.txt");
        var arguments = new List<string>
        {
            module, "--out", Path.ChangeExtension(listing, ".dll"), "--parallelism", "1",
            "--targetarch", architecture.ToString().ToLowerInvariant(),
            // The one architecture of the four that .NET supports on Windows alone.
            "--targetos", architecture == Architecture.X86 ? "windows" : "linux",
            // One version bubble: otherwise the sizes of other modules' structs are looked up at run time.
            "--inputbubble", "--codegenopt", "JitDisasm=*", "--codegenopt", "JitStdOutFile=" + listing,
        };
        foreach (var framework in frameworks)
            arguments.AddRange(["--reference", framework + "/*.dll", "--inputbubbleref", framework + "/*.dll"]);

        File.Delete(listing);
        Run(arguments);
        return File.ReadLines(listing);
    }

    private void Run(List<string> arguments)
    {
        var program = Path.Combine(RuntimeRoot.FolderOf(Package, version), "tools", "crossgen2");
        // NuGet unpacks without it.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(string.Join(' ', arguments) + "\n" + output + errors.Result);
    }
}
