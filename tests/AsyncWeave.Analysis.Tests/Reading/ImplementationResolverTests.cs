using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Implementations;
using AsyncWeave.Model;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Reading;

public class ImplementationResolverTests
{
    private static readonly string RuntimeDirectory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly string directory = Directory.CreateTempSubdirectory("asyncweave-resolver-").FullName;

    private string Target => Path.Combine(directory, "Target.dll");

    [Test]
    public void FindsTheRuntimeThatThisTestRunsOn()
    {
        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(new AnalysisOptions(Target), RuntimeMoniker.For("net10.0", Architecture.X64));

        var found = resolver.Find("System.Private.CoreLib")!;
        var metadata = found.Rows.Metadata;

        Assert.That(found.Source, Is.EqualTo(LayoutSource.Installed));
        using var framework = new FrameworkModules(resolver.Target, FrameworkLocations.OfThisMachine, (_, _) => null);
        Assert.That(Path.GetDirectoryName(framework.InstalledPath("System.Private.CoreLib")), Is.EqualTo(RuntimeDirectory));
        Assert.That(metadata.GetGuid(metadata.GetModuleDefinition().Mvid), Is.EqualTo(typeof(object).Module.ModuleVersionId));
        Assert.That(resolver.FrameworkSource, Is.EqualTo(LayoutSource.Installed));
        Assert.That(resolver.Missing, Is.Empty);
    }

    [Test]
    public void FollowsForwardersToTheImplementation()
    {
        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(new AnalysisOptions(Target), RuntimeMoniker.For("net10.0", Architecture.X64));
        foreach (var facade in new[] { "netstandard", "System.Runtime", "mscorlib", "System.Threading.Tasks" })
        {
            var metadata = resolver.Types.InAssembly(facade, "System.Threading.Tasks", "Task")!.Value.Module.Rows.Metadata;

            Assert.That(metadata.GetString(metadata.GetAssemblyDefinition().Name), Is.EqualTo("System.Private.CoreLib"), facade);
        }
    }

    [Test]
    public void ForwardersInACircleLeadNowhere()
    {
        WriteForwarder("Left", "Right");
        WriteForwarder("Right", "Left");
        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(new AnalysisOptions(Target), RuntimeMoniker.For("net10.0", Architecture.X64));

        Assert.That(resolver.Types.InAssembly("Left", "N", "T"), Is.Null);
    }

    [Test]
    public void FilesThatTheBuildCopiesWinOverThoseBesideAndThoseReferenced()
    {
        var copied = WriteStruct("copied", fields: 3);
        var beside = WriteStruct("beside", fields: 2);
        var reference = WriteStruct("reference", fields: 1, isReference: true);
        var options = new AnalysisOptions(Target) { ReferencePaths = [reference] };

        Assert.That(SizeOfPoint(options with { ImplementationPaths = [copied], ReferenceDirectories = [Path.GetDirectoryName(beside)!] }), Is.EqualTo(12));
        Assert.That(SizeOfPoint(options with { ReferenceDirectories = [Path.GetDirectoryName(beside)!] }), Is.EqualTo(8));
        Assert.That(SizeOfPoint(options), Is.EqualTo(4));
    }

    [Test]
    public void ReferenceAssemblyIsTheLastResortAndSaysSo()
    {
        var reference = WriteStruct("reference", fields: 1, isReference: true, fieldName: "_dummyPrimitive");
        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(
            new AnalysisOptions(Target) { ReferencePaths = [reference] }, RuntimeMoniker.For("net10.0", Architecture.X64));

        var layout = new LayoutEngine(resolver).Of(PointOf(resolver.Find("Lib")!));

        Assert.That(resolver.FrameworkSource, Is.EqualTo(LayoutSource.Reference));
        Assert.That(layout.InexactBecause, Does.Contain("N.Point of Lib was read from a reference assembly"));
    }

    [Test]
    public void MissingAssembliesAreNamed()
    {
        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(new AnalysisOptions(Target) { Frameworks = FrameworkLocations.None }, RuntimeMoniker.For("net10.0", Architecture.X64));

        Assert.That(resolver.Find("System.Runtime"), Is.Null);
        Assert.That(resolver.Missing, Is.EqualTo(new[] { "System.Runtime" }));
    }

    [Test]
    public void FileThatIsNoAssemblyCountsAsMissing()
    {
        File.WriteAllText(Path.Combine(directory, "Native.dll"), "not .NET");
        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(new AnalysisOptions(Target), RuntimeMoniker.For("net10.0", Architecture.X64));

        Assert.That(resolver.Find("Native"), Is.Null);
    }

    [TestCase("net8.0", "net8.0")]
    [TestCase("net10.0-windows10.0.19041", "net10.0")]
    [TestCase(".NETCoreApp,Version=v9.0", "net9.0")]
    [TestCase(".NETFramework,Version=v4.7.2", "net472")]
    [TestCase("net48", "net48")]
    [TestCase("net481", "net481")]
    [TestCase("net45", "net462")]
    [TestCase("net6.0", "net8.0")]
    [TestCase("netcoreapp3.1", "netcoreapp3.1")]
    [TestCase("netcoreapp2.1", "netcoreapp2.1")]
    [TestCase(".NETCoreApp,Version=v2.0", "netcoreapp2.0")]
    [TestCase("netstandard2.0", "net10.0")]
    [TestCase(".NETStandard,Version=v2.1", "net10.0")]
    [TestCase(null, "net10.0")]
    [TestCase("nonsense", "net10.0")]
    public void TargetFrameworkNamesTheRuntime(string? targetFramework, string runtime) =>
        Assert.That(RuntimeMoniker.For(targetFramework, Architecture.X64).Framework, Is.EqualTo(runtime));

    private int SizeOfPoint(AnalysisOptions options)
    {
        using var session = new ResolverSession((_, _) => null);
        using var resolver = session.For(options, RuntimeMoniker.For("net10.0", Architecture.X64));
        return new LayoutEngine(resolver).Of(PointOf(resolver.Find("Lib")!)).Size;
    }

    private string WriteStruct(string folder, int fields, bool isReference = false, string fieldName = "f")
    {
        using var module = ModuleDefinition.CreateModule("Lib", ModuleKind.Dll);
        module.Assembly.Name.Name = "Lib";
        var type = new TypeDefinition("N", "Point", TypeAttributes.Public | TypeAttributes.SequentialLayout | TypeAttributes.Sealed, module.ImportReference(typeof(ValueType)));
        for (var i = 0; i < fields; i++)
            type.Fields.Add(new FieldDefinition(fieldName, FieldAttributes.Private, module.TypeSystem.Int32));
        module.Types.Add(type);
        if (isReference)
            module.Assembly.CustomAttributes.Add(new CustomAttribute(module.ImportReference(
                typeof(System.Runtime.CompilerServices.ReferenceAssemblyAttribute).GetConstructor(Type.EmptyTypes))));
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(directory, folder)).FullName, "Lib.dll");
        module.Write(path);
        return path;
    }

    private void WriteForwarder(string name, string target)
    {
        using var module = ModuleDefinition.CreateModule(name, ModuleKind.Dll);
        module.Assembly.Name.Name = name;
        var scope = new AssemblyNameReference(target, new Version(0, 0));
        module.AssemblyReferences.Add(scope);
        module.ExportedTypes.Add(new ExportedType("N", "T", module, scope) { Attributes = TypeAttributes.Public | TypeAttributes.Forwarder });
        module.Write(Path.Combine(directory, name + ".dll"));
    }

    private static RowType PointOf(FoundModule found) => new(found.Rows, found.Rows.TopLevelType("N", "Point"));
}
