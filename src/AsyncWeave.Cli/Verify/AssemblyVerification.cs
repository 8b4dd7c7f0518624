using System.Globalization;
using System.Reflection;
using AsyncWeave.Model;

namespace AsyncWeave.Cli.Verify;

/// <summary>Compares the report of one assembly with the same assembly loaded.</summary>
internal sealed class AssemblyVerification(AssemblyReport report, Assembly loaded)
{
    private readonly List<SkippedMethod> skipped = [];
    private readonly List<LayoutDifference> differences = [];
    private int stateMachines;
    private int values;

    public Verification Run()
    {
        foreach (var method in report.Methods)
        {
            if (method.StateMachine is { } stateMachine)
                Verify(method, stateMachine);
        }

        return new Verification(stateMachines, values, differences, skipped);
    }

    private void Verify(MethodReport method, StateMachine stateMachine)
    {
        try
        {
            var type = loaded.ManifestModule.ResolveType(TokenOf(stateMachine.Token));
            if (!stateMachine.Exact)
                Skip(method, "not exact: " + stateMachine.InexactBecause);
            else if (ClosedTypes.TryClose(type, out var closed, out var reason))
                Compare(method, stateMachine, closed);
            else
                Skip(method, reason);
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            Skip(method, "the CLR does not load it: " + (refused.InnerException ?? refused).Message);
        }
    }

    // Reflection hands on what a type's loading throws inside of an exception of its own.
    private static bool IsRefusal(Exception fault) =>
        fault is TypeLoadException or ReflectionTypeLoadException or TargetInvocationException or IOException or BadImageFormatException
            or NotSupportedException or ArgumentException;

    private void Compare(MethodReport method, StateMachine stateMachine, Type type)
    {
        var comparison = new LayoutComparison(report.Assembly.Name, method.Id);
        comparison.Value("size", stateMachine.Size, type.IsValueType ? RuntimeRecords.SizeOf(type) : RuntimeRecords.HeapSizeOf(type));
        comparison.Fields("", stateMachine.Fields, type);
        if (PredictedBox(method) is { } predicted && BoxType.For(type) is { } box)
            comparison.Value("heap size of the box", predicted, RuntimeRecords.HeapSizeOf(box));
        stateMachines++;
        values += comparison.Values;
        differences.AddRange(comparison.Differences);
    }

    private static int? PredictedBox(MethodReport method) =>
        method.Allocations?.Suspension.Objects.FirstOrDefault(made => made.Type is "AsyncStateMachineBox" or "StateMachineBox")?.Bytes;

    private void Skip(MethodReport method, string reason) => skipped.Add(new SkippedMethod(report.Assembly.Name, method.Id, reason));

    private static int TokenOf(string token) => int.Parse(token.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
