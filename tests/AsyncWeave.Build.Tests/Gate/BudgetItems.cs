using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

/// <summary>MSBuild takes a star in an Include for file names; a budget must not go lost that way.</summary>
internal sealed class BudgetItems
{
    [Test]
    public void SetBudgetsByPatternAndTheMostSpecificWins()
    {
        using var sandbox = new Sandbox()
            .Project(items: """
                <AsyncWeaveBudget Include="Shop.*" MaxStateMachineSize="1" />
                <AsyncWeaveBudget Include="Shop.Orders.SubmitAsync" MaxStateMachineSize="900" />
                """)
            .Write("Orders.cs", Sources.OneMethod)
            .Write("Carts.cs", Sources.OneMethod.Replace("Orders", "Carts"));

        var run = sandbox.Build().MustFail();
        Assert.That(run.Findings.Select(finding => (finding.Code, Path.GetFileName(finding.File))), Is.EqualTo(new[] { ("AW1001", "Carts.cs") }), run.Output);

        // A pattern that no method has is a warning: a typo must not switch a budget off in silence.
        sandbox.Write("App.csproj", File.ReadAllText(sandbox.FullPath("App.csproj")).Replace("\"Shop.*\"", "\"Shpo.*\""));
        var typo = sandbox.BuildAgain().MustSucceed();
        Assert.That(typo.Findings.Single().Code, Is.EqualTo("AW0005"), typo.Output);

        // What MSBuild alone could evaluate is refused, not ignored.
        sandbox.Write("App.csproj", File.ReadAllText(sandbox.FullPath("App.csproj")).Replace("\"Shpo.*\"", "\"$(RootNamespace).*\""));
        var refused = sandbox.BuildAgain().MustFail();
        Assert.That(refused.Findings.Select(finding => (finding.Code, Path.GetFileName(finding.File))), Does.Contain(("AW0002", "App.csproj")), refused.Output);
    }
}
