using System.Globalization;
using AsyncWeave.Fixtures;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Layout;

/// <summary>The older layout rules, at work in .NET Core 3.1 on every state machine of its framework.</summary>
[Category("Slow")]
public sealed class LegacyRules
{
    [Test]
    public void AreThoseOfNetCore31()
    {
        var root = RuntimeRoot.With(LegacyOracle.Version, "netcoreapp3.1");
        var truth = LegacyOracle.Ask(root).Select(Truth.Parse).ToLookup(line => line.Assembly);
        using var session = new AnalysisSession();
        var values = 0;
        var differences = new List<string>();
        foreach (var assembly in truth)
        {
            var report = session.Analyze(new AnalysisOptions(Path.Combine(root.Framework("Microsoft.NETCore.App", LegacyOracle.Version), assembly.Key + ".dll"))
            {
                TargetRuntime = "netcoreapp3.1",
                Frameworks = new FrameworkLocations([root.Directory], []),
                RunRules = false,
            });
            foreach (var line in assembly)
                values += Compare(line, report, differences);
        }

        TestContext.Out.WriteLine($"3.1: {truth.Sum(assembly => assembly.Count())} state machines, {values} values, {differences.Count} different");
        Assert.That(differences, Is.Empty);
        Assert.That(values, Is.GreaterThan(4_500));
    }

    private static int Compare(Truth truth, AssemblyReport report, List<string> differences)
    {
        // Hand-written state machines that no method starts are in no report.
        if (report.Methods.SingleOrDefault(candidate => TokenOf(candidate.StateMachine?.Token) == truth.Token) is not { } method)
            return 0;
        var machine = method.StateMachine!;
        Check("size", truth.ObjectSize, machine.IsValueType ? machine.Size + 16 : machine.Size);
        if (truth.BoxSize > 0 && method.Allocations?.Suspension.Objects.FirstOrDefault(made => made.Type == "AsyncStateMachineBox") is { } box)
            Check("box", truth.BoxSize, box.Bytes);
        foreach (var field in machine.Fields)
            Check(field.Name, truth.Offsets[TokenOf(field.Token)], field.Offset);
        return 2 + machine.Fields.Count;

        void Check(string what, int actual, int predicted)
        {
            if (actual != predicted)
                differences.Add($"{truth.Assembly} {machine.Type} {what}: predicted {predicted}, the CLR has {actual}");
        }
    }

    private static int TokenOf(string? token) => token is null ? 0 : int.Parse(token.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Truth(string Assembly, int Token, int ObjectSize, int BoxSize, IReadOnlyDictionary<int, int> Offsets)
    {
        public static Truth Parse(string line)
        {
            var parts = line.Split(' ');
            var offsets = parts.Skip(4).Select(part => part.Split(':')).ToDictionary(pair => Number(pair[0]), pair => Number(pair[1]));
            return new Truth(parts[0], Number(parts[1]), Number(parts[2]), Number(parts[3]), offsets);
        }

        private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
