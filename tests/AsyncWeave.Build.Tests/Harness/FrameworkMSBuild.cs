using System.Diagnostics;

namespace AsyncWeave.Build.Tests.Harness;

/// <summary>
/// MSBuild for .NET Framework, in the runtime that there is for it outside of Windows. It cannot evaluate a project of the
/// SDK: it is given the package's own targets, and what a build of the SDK had in their place of the build.
/// </summary>
internal static class FrameworkMSBuild
{
    private static readonly string Exe = Path.Combine(Repository.Root, "tests", "FrameworkMSBuild", "bin", Repository.Configuration, "net472", "MSBuild.exe");

    public static bool HasRuntime { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "mono")));

    /// <summary>Writes App.proj, and the import that makes a build by the SDK leave its items for it.</summary>
    public static void Prepare(Sandbox sandbox) => sandbox
        .Write("Directory.Build.targets", """
            <Project>
              <Target Name="HandOver" AfterTargets="AsyncWeave">
                <ItemGroup>
                  <Line Include="@(IntermediateAssembly->'&lt;IntermediateAssembly Include=%22%(FullPath)%22 /&gt;')" />
                  <Line Include="@(_DebugSymbolsIntermediatePath->'&lt;_DebugSymbolsIntermediatePath Include=%22%(FullPath)%22 /&gt;')" />
                  <Line Include="@(ReferencePath->'&lt;ReferencePath Include=%22%(FullPath)%22 /&gt;')" />
                  <Line Include="@(EditorConfigFiles->'&lt;EditorConfigFiles Include=%22%(FullPath)%22 /&gt;')" />
                </ItemGroup>
                <WriteLinesToFile File="items.props" Lines="&lt;Project&gt;&lt;ItemGroup&gt;;@(Line);&lt;/ItemGroup&gt;&lt;/Project&gt;" Overwrite="true" />
                <WriteLinesToFile File="properties.props" Lines="&lt;Project&gt;&lt;PropertyGroup&gt;&lt;NuGetPackageRoot&gt;$(NuGetPackageRoot)&lt;/NuGetPackageRoot&gt;&lt;NetCoreTargetingPackRoot&gt;$(NetCoreTargetingPackRoot)&lt;/NetCoreTargetingPackRoot&gt;&lt;/PropertyGroup&gt;&lt;/Project&gt;" Overwrite="true" />
              </Target>
            </Project>
            """)
        .Write("framework/App.proj", $"""
            <Project>
              <Import Project="../properties.props" />
              <Import Project="../items.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TargetFrameworkIdentifier>.NETCoreApp</TargetFrameworkIdentifier>
                <AssemblyName>App</AssemblyName>
                <Language>C#</Language>
                <Optimize>true</Optimize>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
                <OutDir>bin/</OutDir>
                <IntermediateOutputPath>obj/</IntermediateOutputPath>
              </PropertyGroup>
              <Import Project="{PackedPackage.Unpacked}/build/AsyncWeave.props" />
              <Import Project="{PackedPackage.Unpacked}/build/AsyncWeave.targets" />
              <UsingTask TaskName="WriteLinesToFile" AssemblyFile="{Path.GetDirectoryName(Exe)}/Microsoft.Build.Tasks.Core.dll" />
              <Target Name="CopyFilesToOutputDirectory" />
            </Project>
            """);

    /// <param name="properties"><c>name=value</c> each.</param>
    public static BuildRun Build(Sandbox sandbox, params string[] properties) =>
        Command.Wait(new ProcessStartInfo("mono", [Exe, sandbox.FullPath("framework/App.proj"), "CopyFilesToOutputDirectory", .. properties]) { WorkingDirectory = sandbox.Directory });
}
