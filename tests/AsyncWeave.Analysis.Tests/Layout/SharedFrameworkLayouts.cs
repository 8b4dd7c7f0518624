using System.Reflection;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>Every state machine of the installed shared frameworks, against the running CLR.</summary>
public class SharedFrameworkLayouts
{
    private static readonly string NetCoreApp = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static IEnumerable<string> Assemblies()
    {
        var aspNetCore = Path.Combine(NetCoreApp, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(NetCoreApp));
        return new[] { NetCoreApp, Path.GetFullPath(aspNetCore) }
            .Where(Directory.Exists)
            .SelectMany(directory => Directory.EnumerateFiles(directory, "*.dll"))
            .OrderBy(path => path, StringComparer.Ordinal);
    }

    [Test]
    public void EveryStateMachineEqualsTheRunningClr()
    {
        using var session = new ResolverSession((_, _) => null);
        var tally = new LayoutTally(ClrOracle.SizeOf);
        foreach (var path in Assemblies())
            Compare(path, session, tally, type => LayoutTally.IsStateMachine(type));

        TestContext.Out.WriteLine(tally.Summary());
        Assert.That(tally.Mismatches, Is.Empty);
        Assert.That(tally.TypesChecked, Is.GreaterThan(2_000));
        Assert.That(tally.Skipped.Keys, Is.SubsetOf(new[] { "constraints refuse object" }));
    }

    [Test]
    [Category("Slow")]
    public void EveryStructAndClassEqualsTheRunningClr()
    {
        using var session = new ResolverSession((_, _) => null);
        var tally = new LayoutTally(ClrOracle.ElementSizeOf);
        foreach (var path in Assemblies())
            Compare(path, session, tally, type => !type.IsEnum && !type.IsInterface && type.Name != "<Module>");

        TestContext.Out.WriteLine(tally.Summary());
        // Strings carry their characters inside; Vector<T> is as big as the processor's vectors, and said to be inexact.
        Assert.That(tally.Mismatches.Select(mismatch => mismatch.Split(':')[0]).Distinct(),
            Is.SubsetOf(new[] { "System.String", "System.Numerics.Vector`1", "System.Numerics.VectorDebugView`1" }));
        Assert.That(tally.TypesChecked, Is.GreaterThan(15_000));
    }

    private static void Compare(string path, ResolverSession session, LayoutTally tally, Func<TypeDefinition, bool> wanted)
    {
        var options = new AnalysisOptions(path);
        using var resolver = session.For(options, RuntimeMoniker.For("net" + Environment.Version.ToString(2), Architecture.X64));
        if (resolver.Find(Path.GetFileNameWithoutExtension(path)) is not { } found)
            return;
        var engine = new LayoutEngine(resolver);
        // The core library cannot be loaded from its path.
        var assembly = Path.GetDirectoryName(path) == NetCoreApp ? Assembly.Load(Path.GetFileNameWithoutExtension(path)) : Assembly.LoadFrom(path);
        using var module = ModuleDefinition.ReadModule(path);
        foreach (var type in module.GetTypes().Where(wanted))
            tally.Compare(type, found.Rows, engine, assembly);
    }
}
