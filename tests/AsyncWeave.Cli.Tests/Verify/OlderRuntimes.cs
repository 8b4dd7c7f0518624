using System.Text.Json;
using AsyncWeave.Fixtures;

namespace AsyncWeave.Cli.Tests.Verify;

/// <summary>Every state machine of the shared frameworks, held against the runtime that they belong to, running.</summary>
[Category("Slow")]
public sealed class OlderRuntimes
{
    [TestCase("8.0.33", "net8.0", 1_900)]
    [TestCase("9.0.22", "net9.0", 1_950)]
    public void AgreeOnEveryStateMachineAndBox(string version, string framework, int atLeast)
    {
        var root = RuntimeRoot.With(version, framework);

        var (exitCode, output) = root.Run(version,
            Path.Combine(AppContext.BaseDirectory, "asyncweave.dll"), "verify", "--json",
            root.Framework("Microsoft.NETCore.App", version), root.Framework("Microsoft.AspNetCore.App", version));

        using var outcome = JsonDocument.Parse(output);
        TestContext.Out.WriteLine($"{version}: {outcome.RootElement.GetProperty("stateMachines")} state machines, {outcome.RootElement.GetProperty("values")} values");
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(outcome.RootElement.GetProperty("runtime").GetString(), Is.EqualTo(version));
            Assert.That(outcome.RootElement.GetProperty("stateMachines").GetInt32(), Is.GreaterThan(atLeast));
            // What is left out: generic ones whose constraints no reference type meets.
            Assert.That(outcome.RootElement.GetProperty("skipped").GetArrayLength(), Is.LessThan(40));
        });
    }
}
