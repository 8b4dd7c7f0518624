namespace AsyncWeave.Analysis;

/// <summary>Where implementations of the shared frameworks are looked for.</summary>
/// <param name="DotNetRoots">Directories with a <c>shared/</c> folder.</param>
/// <param name="PackageRoots">NuGet package folders, for runtime packs.</param>
public sealed record FrameworkLocations(IReadOnlyList<string> DotNetRoots, IReadOnlyList<string> PackageRoots)
{
    /// <summary>Layout packs alone: what a machine without any .NET would give.</summary>
    public static FrameworkLocations None { get; } = new([], []);

    /// <summary>The .NET root of the running process and the default NuGet folder.</summary>
    public static FrameworkLocations OfThisMachine => None; // replaced when Reading moves in
}
