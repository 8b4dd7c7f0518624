using AsyncWeave.Analysis.Reading.Packs;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Reading.Packs;

public sealed class LayoutPackTests
{
    private static readonly string[] Frameworks = ["net8.0", "net9.0", "net10.0", "netcoreapp3.1", "net472"];

    [TestCase("net8.0", "System.Private.CoreLib", "m_task")]
    [TestCase("net10.0", "System.Private.CoreLib", "m_task")]
    [TestCase("netcoreapp3.1", "System.Private.CoreLib", "m_task")]
    [TestCase("net472", "mscorlib", "m_coreState", "m_task")]
    public void BuilderHasTheFieldsOfItsRuntime(string framework, string coreLibrary, params string[] fields)
    {
        using var module = Open(framework, coreLibrary);

        var builder = module.GetType("System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1");

        Assert.That(builder.Fields.Select(field => field.Name), Is.EquivalentTo(fields));
    }

    [TestCaseSource(nameof(Frameworks))]
    public void FacadesForwardToTheImplementation(string framework)
    {
        using var facade = Open(framework, "netstandard");

        var forwarder = facade.ExportedTypes.Single(type => type.FullName == "System.DateTime");

        Assert.That(LayoutPack.For(framework)!.Assemblies, Does.Contain(forwarder.Scope.Name));
    }

    [TestCaseSource(nameof(Frameworks))]
    public void EveryImageOpens(string framework)
    {
        foreach (var assembly in LayoutPack.For(framework)!.Assemblies)
        {
            using var module = Open(framework, assembly);
            Assert.That(module.GetTypes().SelectMany(type => type.Methods), Is.Empty, assembly);
        }
    }

    [TestCase("net8.0")]
    [TestCase("net9.0")]
    [TestCase("net10.0")]
    public void BoxesAreThere(string framework)
    {
        using var module = Open(framework, "System.Private.CoreLib");

        var box = module.GetType("System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1/AsyncStateMachineBox`1");
        var pooled = module.GetType("System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder`1/StateMachineBox`1");

        Assert.That(box.Fields.Select(field => field.Name), Does.Contain("StateMachine"));
        Assert.That(pooled.Fields.Select(field => field.Name), Does.Contain("StateMachine"));
    }

    [TestCase("net7.0")]
    [TestCase("net11.0")]
    [TestCase("")]
    public void OtherRuntimesHaveNone(string framework) =>
        Assert.That(LayoutPack.For(framework), Is.Null);

    [Test]
    public void TheFrameworksOf4xShareOne() =>
        Assert.That(LayoutPack.For("net462"), Is.SameAs(LayoutPack.For("net481")));

    private static ModuleDefinition Open(string framework, string assembly) =>
        ModuleDefinition.ReadModule(LayoutPack.For(framework)!.Open(assembly)!);
}
