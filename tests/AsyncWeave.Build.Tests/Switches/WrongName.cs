using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Switches;

internal sealed class WrongName
{
    [Test]
    public void OfAPropertyIsSaidOnEveryBuild()
    {
        using var sandbox = new Sandbox()
            .Project(properties: "<AsyncWeaveMaxStateMachineBytes>1</AsyncWeaveMaxStateMachineBytes>")
            .Write("Orders.cs", Sources.OneMethod);

        foreach (var build in new[] { sandbox.Build(), sandbox.BuildAgain() })
        {
            var said = build.MustSucceed().Findings.Single();
            Assert.That(said.Code, Is.EqualTo("AW0005"));
            Assert.That(said.Text, Does.EndWith("did you mean AsyncWeaveMaxStateMachineSize?"));
        }
    }
}
