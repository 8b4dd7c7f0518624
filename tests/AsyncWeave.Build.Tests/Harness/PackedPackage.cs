using System.Globalization;
using System.Runtime.InteropServices;

namespace AsyncWeave.Build.Tests.Harness;

/// <summary>The package, packed once for the run under a version that no cache has seen.</summary>
internal static class PackedPackage
{
    private static readonly Lazy<string> Packed = new(Pack);

    public static string Version { get; } = "1.0.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>The kind of machine that this is: the package has code compiled for it.</summary>
    public static string Machine { get; } = RuntimeInformation.RuntimeIdentifier;

    /// <summary>The folder with the one package.</summary>
    public static string Feed => Packed.Value;

    public static string File => Path.Combine(Feed, $"AsyncWeave.{Version}.nupkg");

    /// <summary>Where NuGet has unpacked it for the projects of this run.</summary>
    public static string Unpacked => Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "asyncweave",
        Version);

    public static void Remove()
    {
        if (Packed.IsValueCreated)
            Directory.Delete(Feed, recursive: true);
        if (Directory.Exists(Unpacked))
            Directory.Delete(Unpacked, recursive: true);
    }

    private static string Pack()
    {
        var feed = Directory.CreateTempSubdirectory("asyncweave-feed-").FullName;
        DotNet.Run(Repository.Root, "pack", "src/AsyncWeave.Tasks", "--configuration", Repository.Configuration, "--output", feed, "-nologo", "-v:q", "-p:PackageVersion=" + Version, "-p:AsyncWeaveAheadOfTime=" + Machine).MustSucceed();
        return feed;
    }
}
