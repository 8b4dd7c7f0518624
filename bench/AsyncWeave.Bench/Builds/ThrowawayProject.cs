using AsyncWeave.Bench.Speed;

namespace AsyncWeave.Bench.Builds;

/// <summary>A class library of async methods, restored and built once.</summary>
internal sealed class ThrowawayProject
{
    private readonly string directory;
    private int touched;

    private ThrowawayProject(string directory) => this.directory = directory;

    /// <param name="methods">How many of them are async.</param>
    /// <param name="version">Of the package; null to go without it.</param>
    public static ThrowawayProject Create(string parent, string name, int methods, string? version, string feed)
    {
        var directory = Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
        var reference = version is null ? "" : $"""<ItemGroup><PackageReference Include="AsyncWeave" Version="{version}" PrivateAssets="all" /></ItemGroup>""";
        File.WriteAllText(Path.Combine(directory, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>disable</ImplicitUsings></PropertyGroup>
              {reference}
            </Project>
            """);
        File.WriteAllText(Path.Combine(directory, "nuget.config"), $"""
            <configuration><packageSources><add key="bench" value="{feed}" /></packageSources></configuration>
            """);
        // Roots that a parent directory may have would reach in.
        File.WriteAllText(Path.Combine(directory, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(directory, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(directory, "Services.cs"), GeneratedAssembly.Write(methods));
        var project = new ThrowawayProject(directory);
        project.Touch();
        DotNet.Run(directory, "restore", "-v:q");
        project.Build();
        return project;
    }

    /// <summary>Changes one method.</summary>
    public void Touch() => File.WriteAllText(
        Path.Combine(directory, "Touched.cs"),
        $"class Touched {{ public async System.Threading.Tasks.Task<int> Number() {{ await System.Threading.Tasks.Task.Yield(); return {++touched}; }} }}");

    public TimeSpan Build() => DotNet.Run(directory, "build", "--no-restore", "-c", "Release", "-v:q", "-nologo");
}
