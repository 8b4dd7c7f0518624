using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Source names of what a flow keeps across an await.</summary>
internal static class TracedNames
{
    public static IEnumerable<string> Parameters(AsyncMethod method, MethodFlow flow, int index) =>
        LiveFields(method, flow, index).Where(field => !field.Name.StartsWith('<')).Select(field => field.Name)
            .Concat(LiveFields(method, flow, index).Where(field => field.Name == "<>4__this").Select(_ => "this"))
            .Concat(LiveLocals(flow, index).Where(name => IsParameter(method, name)))
            .Distinct().Order(StringComparer.Ordinal);

    // <total>5__2 → total
    public static IEnumerable<string> Locals(AsyncMethod method, MethodFlow flow, int index) =>
        LiveFields(method, flow, index).Where(field => field.Name.IndexOf(">5__", StringComparison.Ordinal) > 1)
            .Select(field => field.Name[1..field.Name.IndexOf(">5__", StringComparison.Ordinal)])
            .Concat(LiveLocals(flow, index).Where(name => !IsParameter(method, name)))
            .Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<FieldDefinition> LiveFields(AsyncMethod method, MethodFlow flow, int index) =>
        method.StateMachine?.Fields.Where(field => flow.LifeOf(field.MetadataToken.ToInt32())?.LiveAcross.Contains(index) == true) ?? [];

    private static IEnumerable<string> LiveLocals(MethodFlow flow, int index) =>
        flow.Locals.Where(local => local.LiveAcross.Contains(index)).Select(local => local.Name).OfType<string>()
            .Where(name => !name.Contains("<>", StringComparison.Ordinal));

    private static bool IsParameter(AsyncMethod method, string name) => name == "this" || method.Kickoff.Parameters.Any(parameter => parameter.Name == name);
}
