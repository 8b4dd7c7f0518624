using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Projects;

/// <summary>Fody, coverage and obfuscators rewrite the assembly between the compiler and the output.</summary>
internal sealed class AnotherWeaver
{
    [Test]
    public void HasDoneItsWorkBeforeTheAssemblyIsMeasured()
    {
        using var sandbox = new Sandbox()
            .Project(properties: "<EnableDefaultCompileItems>false</EnableDefaultCompileItems>", items: "<Compile Include=\"Orders.cs\" />")
            .Write("Orders.cs", Sources.OneMethod)
            .Write("Woven.cs", Sources.OneMethodWithUsings.Replace("SubmitAsync", "WovenAsync"))
            .Write("Directory.Build.targets", """
                <Project>
                  <Target Name="Weave" AfterTargets="CoreCompile">
                    <Csc Sources="Woven.cs" References="@(ReferencePathWithRefAssemblies)" OutputAssembly="@(IntermediateAssembly->'%(FullPath)')" TargetType="library" Optimize="true" NoConfig="true" NoStandardLib="true" />
                  </Target>
                </Project>
                """);

        sandbox.Build().MustSucceed();

        Assert.That(sandbox.Report().GetProperty("methods")[0].GetProperty("name").GetString(), Is.EqualTo("Shop.Orders.WovenAsync"));
    }
}
