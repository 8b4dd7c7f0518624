using System.Text.Json;

namespace AsyncWeave.Build.Tests.Harness;

/// <summary>A throwaway directory with one or more projects that reference the packed package, outside of this repository.</summary>
internal sealed class Sandbox : IDisposable
{
    /// <param name="name">Of the folder under the temporary directory; may have blanks and letters of any alphabet.</param>
    public Sandbox(string name = "sandbox")
    {
        Directory = Path.Combine(System.IO.Directory.CreateTempSubdirectory("asyncweave-").FullName, name);
        // The root of a repository, so that paths and the search for a configuration end here.
        System.IO.Directory.CreateDirectory(Path.Combine(Directory, ".git"));
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{PackedPackage.Feed}" />
                <add key="nuget.org" value="https://api.nuget.org/v3/index.json" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="AsyncWeave" /></packageSource>
                <packageSource key="nuget.org"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
    }

    public string Directory { get; }

    /// <summary>A library project that references the package.</summary>
    /// <param name="properties">XML of further properties.</param>
    /// <param name="items">XML of further items.</param>
    public Sandbox Project(string path = "App.csproj", string frameworks = "net10.0", string properties = "", string items = "") => Write(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <{(frameworks.Contains(';') ? "TargetFrameworks" : "TargetFramework")}>{frameworks}</{(frameworks.Contains(';') ? "TargetFrameworks" : "TargetFramework")}>
            <LangVersion>latest</LangVersion>
            <ImplicitUsings>enable</ImplicitUsings>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="AsyncWeave" Version="{PackedPackage.Version}" PrivateAssets="all" />
            {items}
          </ItemGroup>
        </Project>
        """);

    public Sandbox Write(string path, string content)
    {
        var full = FullPath(path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    /// <summary>Runs <c>dotnet</c> here, optimized unless told otherwise, with every line of the log in its place.</summary>
    public BuildRun DotNet(string command, params string[] arguments) =>
        Harness.DotNet.Run(Directory, [command, .. arguments, .. arguments.Contains("-c") ? Array.Empty<string>() : ["-c", "Release"], "-tl:off", "-nologo"]);

    public BuildRun Build(params string[] arguments) => DotNet("build", arguments);

    /// <summary>Without the restore that a build begins with.</summary>
    public BuildRun BuildAgain(params string[] arguments) => DotNet("build", ["--no-restore", .. arguments]);

    public string FullPath(string path) => Path.Combine(Directory, path);

    /// <summary>Files under this directory, with forward slashes, in order.</summary>
    public IReadOnlyList<string> Files(string pattern) =>
        System.IO.Directory.EnumerateFiles(Directory, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Directory, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal).ToList();

    public JsonElement Report(string path = "bin/Release/net10.0/asyncweave/App.net10.0.asyncweave.json")
    {
        using var document = JsonDocument.Parse(File.ReadAllText(FullPath(path)));
        return document.RootElement.Clone();
    }

    /// <summary>When the assembly was last measured; measuring again changes it.</summary>
    public DateTime MeasuredAt(string framework = "net10.0", string configuration = "Release") =>
        File.GetLastWriteTimeUtc(FullPath($"obj/{configuration}/{framework}/asyncweave/App/measured"));

    public void Dispose()
    {
        var top = System.IO.Directory.GetParent(Directory)!.FullName;
        System.IO.Directory.Delete(top, recursive: true);
    }
}
