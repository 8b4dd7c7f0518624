namespace AsyncWeave.LayoutPacks;

/// <summary>A pack and the packages that its assemblies come from.</summary>
/// <param name="Name">The pack's file name, without extension.</param>
internal sealed record PackRecipe(string Name, IReadOnlyList<PackageFolder> Sources)
{
    /// <summary>
    /// Layouts are those of the newest patch: private fields of public structs do not change within a major version.
    /// .NET Framework 4.x is one runtime, replaced in place, so one pack serves 4.6.2 to 4.8.1; the newest reference assemblies on NuGet
    /// that keep private fields are those of 4.7.2.
    /// </summary>
    public static IReadOnlyList<PackRecipe> All { get; } =
    [
        new("netfx", [new("Microsoft.NETFramework.ReferenceAssemblies.net472", "1.0.3", "build/.NETFramework/v4.7.2"),
                      new("Microsoft.NETFramework.ReferenceAssemblies.net472", "1.0.3", "build/.NETFramework/v4.7.2/Facades")]),
        new("netcoreapp3.1", [.. NetCoreApp("3.1.3", "netcoreapp3.1")]),
        Modern("8.0.33", "net8.0"),
        Modern("9.0.22", "net9.0"),
        Modern("10.0.14", "net10.0"),
    ];

    private static PackRecipe Modern(string version, string framework) => new(framework,
    [
        .. NetCoreApp(version, framework),
        new("Microsoft.AspNetCore.App.Runtime.linux-x64", version, $"runtimes/linux-x64/lib/{framework}"),
        new("Microsoft.WindowsDesktop.App.Runtime.win-x64", version, $"runtimes/win-x64/lib/{framework}"),
    ]);

    // CoreLib lay among the native files until .NET 8.
    private static IEnumerable<PackageFolder> NetCoreApp(string version, string framework) =>
    [
        new("Microsoft.NETCore.App.Runtime.linux-x64", version, $"runtimes/linux-x64/lib/{framework}"),
        new("Microsoft.NETCore.App.Runtime.linux-x64", version, "runtimes/linux-x64/native"),
    ];
}

/// <param name="Folder">Relative to the package's root.</param>
internal sealed record PackageFolder(string Package, string Version, string Folder);
