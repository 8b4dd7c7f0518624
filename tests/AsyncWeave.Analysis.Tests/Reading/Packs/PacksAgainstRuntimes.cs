using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Reading.Packs;

/// <summary>With the frameworks hidden every result stays the one that the framework itself gives.</summary>
public sealed class PacksAgainstRuntimes
{
    private static readonly string[] WellKnown =
    [
        "System.Net.Http", "System.Text.Json", "System.IO.Pipelines", "System.Private.Xml", "System.Net.WebSockets",
        "System.Threading.Channels", "System.Formats.Tar", "System.Net.Security", "System.Data.Common",
    ];

    [Test]
    public void InstalledRuntimeIsNotNeeded()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        var (equal, different) = Compare(WellKnown.Select(name => Path.Combine(framework, name + ".dll")), "net10.0", FrameworkLocations.OfThisMachine);

        Assert.That(different, Is.Empty);
        Assert.That(equal, Is.GreaterThan(400));
    }

    [TestCase("8.0.33", "net8.0", 1_800)]
    [TestCase("9.0.22", "net9.0", 1_800)]
    [Category("Slow")]
    public void RuntimePacksAreNotNeeded(string version, string framework, int atLeast)
    {
        var root = RuntimeRoot.With(version, framework);
        var assemblies = new[] { "Microsoft.NETCore.App", "Microsoft.AspNetCore.App" }
            .SelectMany(name => Directory.EnumerateFiles(root.Framework(name, version), "*.dll"));

        var (equal, different) = Compare(assemblies, framework, new FrameworkLocations([root.Directory], []));

        TestContext.Out.WriteLine($"{version}: {equal} state machines equal, {different.Count} different");
        Assert.That(different, Is.Empty);
        Assert.That(equal, Is.GreaterThan(atLeast));
    }

    private static (int Equal, List<string> Different) Compare(IEnumerable<string> assemblies, string framework, FrameworkLocations locations)
    {
        using var session = new AnalysisSession();
        var equal = 0;
        var different = new List<string>();
        foreach (var assembly in assemblies)
        {
            // Alone in a directory: its neighbours would be found before any pack.
            var alone = Path.Combine(Directory.CreateTempSubdirectory("asyncweave-alone-").FullName, Path.GetFileName(assembly));
            File.Copy(assembly, alone);
            var options = new AnalysisOptions(alone) { TargetRuntime = framework, RunRules = false };
            var truth = Describe(session, options with { Frameworks = locations });
            var packed = Describe(session, options with { Frameworks = FrameworkLocations.None });
            foreach (var (method, expected) in truth)
            {
                if (packed[method] == expected)
                    equal++;
                else
                    different.Add($"{Path.GetFileName(assembly)} {method}\n{expected}\n{packed[method]}");
            }

            Directory.Delete(Path.GetDirectoryName(alone)!, recursive: true);
        }

        return (equal, different);
    }

    private static Dictionary<string, string> Describe(AnalysisSession session, AnalysisOptions options)
    {
        try
        {
            return session.Analyze(options).Methods
                .Where(method => method.StateMachine is not null)
                .ToDictionary(method => method.Token, Describe);
        }
        catch (UnreadableAssemblyException)
        {
            return [];
        }
    }

    private static string Describe(MethodReport method) =>
        $"{method.Name} {method.StateMachine!.Size} {method.StateMachine.InexactBecause} {string.Join(' ', method.StateMachine.Fields.Select(Describe))} "
        + $"{method.Allocations?.Synchronous.Bytes} {method.Allocations?.Suspension.Bytes} {method.Allocations?.Suspension.Exact}";

    private static string Describe(StateMachineField field) =>
        $"{field.Name}:{field.Type}@{field.Offset}+{field.Size}[{string.Join(' ', field.Fields.Select(Describe))}]";
}
