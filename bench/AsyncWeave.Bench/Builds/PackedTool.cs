using System.Globalization;
using System.Runtime.CompilerServices;

namespace AsyncWeave.Bench.Builds;

/// <summary>The package as it would be published, in a feed of its own.</summary>
internal static class PackedTool
{
    // A version of its own: the packages folder keeps what it has seen.
    public static string Version { get; } = "0.0.0-bench" + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>NuGet's usual one: only the package itself is new.</summary>
    public static string PackagesFolder { get; } =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <returns>The feed's directory.</returns>
    public static string Pack(string directory)
    {
        var feed = Path.Combine(directory, "feed");
        DotNet.Run(Root(), "pack", "src/AsyncWeave.Tasks", "-c", "Release", "-o", feed, "-v:q", "-nologo", "-p:PackageVersion=" + Version);
        var package = new FileInfo(Path.Combine(feed, $"AsyncWeave.{Version}.nupkg"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"package of {package.Length / 1024} KB"));
        return feed;
    }

    public static void Forget()
    {
        var kept = Path.Combine(PackagesFolder, "asyncweave", Version);
        if (Directory.Exists(kept))
            Directory.Delete(kept, recursive: true);
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
