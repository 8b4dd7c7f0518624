using System.Diagnostics;
using AsyncWeave.Build.Tests.Harness;

namespace AsyncWeave.Build.Tests.Gate;

/// <summary>A team with a baseline, and a change that makes a method larger.</summary>
internal sealed class PullRequest
{
    private const string Diff = "diff.md";

    [Test]
    public void ThatGrowsAMethodFailsSaysWhyAndPassesOnceMended()
    {
        using var sandbox = new Sandbox().Project().Write("Orders.cs", Sources.OneMethod).Write(".gitignore", "bin/\nobj/\n*.md\nnow.json\nbase.json\n");
        sandbox.Build("-p:AsyncWeaveUpdateBaseline=true").MustSucceed();
        Git(sandbox, "init", "-q", "-b", "main");
        Commit(sandbox, "A baseline for what there is");
        sandbox.BuildAgain().MustSucceed();
        BuildTargetBranch(sandbox);

        // A local that two awaits are between its writing and its reading.
        sandbox.Write("Orders.cs", Sources.OneMethod
            .Replace("        await Task.Delay(count);", "        var key = Guid.NewGuid();\n        await Task.Delay(count);")
            .Replace("customer.Length", "key.GetHashCode() + customer.Length"));
        Commit(sandbox, "Give each order a key");
        var grown = sandbox.BuildAgain().MustFail();
        Assert.That(grown.Findings.Single() with { Text = "" }, Is.EqualTo(new LogLine(sandbox.FullPath("Orders.cs"), 5, 35, "error", "AW1005", "")));
        Assert.That(grown.Findings.Single().Text, Does.StartWith("Orders.SubmitAsync(string, int): ").And.Contain("16 B").And.Contain("key"));

        Assert.That(CompareWithTargetBranch(sandbox).ExitCode, Is.EqualTo(1));
        Assert.That(File.ReadAllText(sandbox.FullPath(Diff)), Does.Contain("Orders.SubmitAsync(string, int)").And.Contain("+16").And.Contain("key"));

        // The key is made where it is needed.
        sandbox.Write("Orders.cs", Sources.OneMethod.Replace("customer.Length", "Guid.NewGuid().GetHashCode() + customer.Length"));
        Commit(sandbox, "Make the key after the awaits");
        Assert.That(sandbox.BuildAgain().MustSucceed().Findings, Is.Empty);
        CompareWithTargetBranch(sandbox).MustSucceed();
    }

    // The commands of docs/ci.md.
    private static void BuildTargetBranch(Sandbox sandbox)
    {
        Git(sandbox, "worktree", "add", "-q", "--detach", "base/repository", "main");
        DotNet.Run(sandbox.FullPath("base/repository"), "build", "--configuration", "Release", "-p:AsyncWeaveEnforce=never").MustSucceed();
        PackedTool.Run(sandbox.Directory, "merge", "base", "--json", "base.json").MustSucceed();
        Git(sandbox, "worktree", "remove", "--force", "base/repository");
    }

    private static BuildRun CompareWithTargetBranch(Sandbox sandbox)
    {
        PackedTool.Run(sandbox.Directory, "merge", ".", "--json", "now.json").MustSucceed();
        return PackedTool.Run(sandbox.Directory, "diff", "base.json", "now.json", "--markdown", Diff, "--minimum-change", "8", "--fail-on", "growth");
    }

    private static void Commit(Sandbox sandbox, string message)
    {
        Git(sandbox, "add", "--all");
        Git(sandbox, "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", message);
    }

    private static void Git(Sandbox sandbox, params string[] arguments) =>
        Command.Wait(new ProcessStartInfo("git", arguments) { WorkingDirectory = sandbox.Directory }).MustSucceed();
}
