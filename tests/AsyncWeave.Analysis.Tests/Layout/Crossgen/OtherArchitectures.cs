using System.Runtime.InteropServices;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Tests.Layout.Fuzz;
using AsyncWeave.Fixtures;
using Mono.Cecil;
using Architecture = AsyncWeave.Model.Architecture;

namespace AsyncWeave.Analysis.Tests.Layout.Crossgen;

/// <summary>
/// Sizes and offsets against those that crossgen2 compiles in for an architecture. On x64, where the running CLR is asked as well, it is
/// the method itself that is tried.
/// </summary>
[Category("Slow")]
public sealed class OtherArchitectures
{
    private const string Newest = "10.0.12";

    private static readonly string Installed = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());

    /// <summary>Every state machine, box and struct of the shared frameworks, and every struct inside them.</summary>
    [TestCase("8.0.33", Architecture.X86)]
    [TestCase("8.0.33", Architecture.Arm)]
    [TestCase("9.0.22", Architecture.Arm64)]
    [TestCase("9.0.22", Architecture.Arm)]
    [TestCase(Newest, Architecture.X64)]
    [TestCase(Newest, Architecture.X86)]
    [TestCase(Newest, Architecture.Arm64)]
    [TestCase(Newest, Architecture.Arm)]
    public void SharedFrameworks(string version, Architecture architecture)
    {
        var framework = "net" + version[..version.LastIndexOf('.')];
        var directories = FrameworksOf(version, framework);
        using var comparison = new CrossgenComparison(RuntimeMoniker.For(framework, architecture), directories);
        foreach (var path in directories.SelectMany(directory => Directory.EnumerateFiles(directory, "*.dll")).OrderBy(path => path, StringComparer.Ordinal))
            comparison.Add(path, IsWanted);

        var outcome = comparison.Run(version);

        TestContext.Out.WriteLine($"{framework} {architecture}: {outcome}");
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Differences, Is.Empty);
            Assert.That(outcome.Values, Is.GreaterThan(25_000));
            // Type arguments that meet no constraint; on arm Vector<T>, whose size crossgen2 leaves to the processor.
            Assert.That(outcome.Unread, Has.Count.LessThan(100), string.Join('\n', outcome.Unread));
            Assert.That(outcome.Inexact, Has.All.Contains("is as big as the processor's vectors"));
        });
    }

    [TestCase(Architecture.X86)]
    [TestCase(Architecture.Arm64)]
    [TestCase(Architecture.Arm)]
    public void RandomTypesOf(Architecture architecture)
    {
        var directory = Directory.CreateTempSubdirectory("asyncweave-fuzz-").FullName;
        var path = Path.Combine(directory, "Fuzz.dll");
        RandomTypes.Write(path, seed: 4, count: 4_000, common: true);
        using var comparison = new CrossgenComparison(RuntimeMoniker.For("net10.0", architecture), [Installed, directory]);
        comparison.Add(path, type => type.Namespace == "Fuzz");

        var outcome = comparison.Run(Newest);

        TestContext.Out.WriteLine($"{architecture}: {outcome}");
        Assert.That(outcome.Differences, Is.Empty);
        Assert.That(outcome.Values, Is.GreaterThan(15_000));
    }

    private static IReadOnlyList<string> FrameworksOf(string version, string framework)
    {
        if (version == Newest)
            return [Installed, Path.Combine(Installed, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(Installed))];
        var root = RuntimeRoot.With(version, framework);
        return [root.Framework("Microsoft.NETCore.App", version), root.Framework("Microsoft.AspNetCore.App", version)];
    }

    // Nothing has a field of type void.
    private static bool IsWanted(TypeDefinition type) =>
        type.IsValueType && !type.IsEnum && type.FullName != "System.Void" || LayoutTally.IsStateMachine(type);
}
