using System.Diagnostics;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Flow.Languages;

/// <summary>What the real compilers of Visual Basic and F# make of a source, read back: awaits, lines, loops, regions, names and roles.</summary>
[Category("Slow")]
public sealed class OtherCompilers
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><RootNamespace>Shop</RootNamespace></PropertyGroup>
          <ItemGroup><Compile Include="*.fs" Condition="'$(MSBuildProjectExtension)' == '.fsproj'" /></ItemGroup>
        </Project>
        """;

    [Test]
    public void VisualBasic([Values("Release", "Debug")] string configuration)
    {
        var report = Built("vb", VisualBasicSource.Text, configuration);

        Assert.That(Awaits(report), Is.EqualTo(Marked(VisualBasicSource.Text, "' ")).AsCollection);
        Assert.That(report.Methods.Select(method => method.Kind).Distinct(), Is.EquivalentTo(new[] { MethodKind.Async, MethodKind.Iterator }));
        Assert.That(report.Methods.Where(method => method.Form == MethodForm.Lambda).Select(method => (method.Name, method.ContainingMethod)), Is.EqualTo(new[]
        {
            ("Shop.Orders.Lambdas.<lambda 1>", "M:Shop.Orders.Lambdas"),
            ("Shop.Orders.Lambdas.<lambda 2>", "M:Shop.Orders.Lambdas"),
        }));
        Assert.That(Roles(report, "Shop.Orders.LoopAsync"), Is.SupersetOf(new[]
        {
            (FieldRole.State, null), (FieldRole.Builder, null), (FieldRole.This, null), (FieldRole.Awaiter, null), (FieldRole.Spill, null),
            (FieldRole.Parameter, "items"), (FieldRole.Local, "sum"),
        }));
    }

    [Test]
    public void FSharp()
    {
        var report = Built("fs", FSharpSource.Text, "Release");

        Assert.That(Awaits(report), Is.EqualTo(Marked(FSharpSource.Text, "// ")).AsCollection);
        Assert.That(report.Methods.Select(method => method.Kind), Is.All.EqualTo(MethodKind.ResumableCode));
        Assert.That(Roles(report, "Shop.Functions.compute"), Is.SupersetOf(new[]
        {
            (FieldRole.State, null), (FieldRole.Builder, null), (FieldRole.Awaiter, null), (FieldRole.Local, "x"),
        }));
    }

    private static AssemblyReport Built(string language, string source, string configuration)
    {
        var directory = Directory.CreateTempSubdirectory("asyncweave-language-").FullName;
        File.WriteAllText(Path.Combine(directory, $"Shop.{language}proj"), Project);
        File.WriteAllText(Path.Combine(directory, $"Orders.{language}"), source);
        var start = new ProcessStartInfo("dotnet", ["build", directory, "-c", configuration, "-o", Path.Combine(directory, "out"), "-v", "quiet", "-nologo"])
        {
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.That(build.ExitCode, Is.Zero, output);
        return AssemblyAnalyzer.Analyze(new AnalysisOptions(Path.Combine(directory, "out", "Shop.dll")));
    }

    private static IEnumerable<string> Awaits(AssemblyReport report) => report.Methods.SelectMany(method => method.Awaits)
        .Select(await => $"{await.Line}: {(await.InLoop ? "loop" : "once")} {await.Region.ToString().ToLowerInvariant()}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Marked(string source, string comment) => source.Split('\n')
        .SelectMany((text, index) => text.Split(comment) is [_, var marks] ? marks.Split(',').Select(mark => $"{index + 1}: {mark.Trim()}") : [])
        .Order(StringComparer.Ordinal);

    private static IEnumerable<(FieldRole, string?)> Roles(AssemblyReport report, string method) =>
        report.Methods.Single(candidate => candidate.Name == method).StateMachine!.Fields.Select(field => (field.Role, field.SourceName));
}
