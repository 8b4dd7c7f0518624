using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Flow;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Tests.Flow;

/// <summary>Source names of what a flow keeps across an await.</summary>
internal sealed class TracedNames(OpenedModule module, AsyncMethod method, MethodFlow flow)
{
    public IEnumerable<string> Parameters(int index) =>
        LiveFields(index).Where(name => !name.StartsWith('<'))
            .Concat(LiveFields(index).Where(name => name == "<>4__this").Select(_ => "this"))
            .Concat(LiveLocals(index).Where(IsParameter))
            .Distinct().Order(StringComparer.Ordinal);

    // <total>5__2 → total
    public IEnumerable<string> Locals(int index) =>
        LiveFields(index).Where(name => name.IndexOf(">5__", StringComparison.Ordinal) > 1)
            .Select(name => name[1..name.IndexOf(">5__", StringComparison.Ordinal)])
            .Concat(LiveLocals(index).Where(name => !IsParameter(name)))
            .Distinct().Order(StringComparer.Ordinal);

    private IEnumerable<string> LiveFields(int index) => method.StateMachineHandle.IsNil ? []
        : module.Metadata.GetTypeDefinition(method.StateMachineHandle).GetFields()
            .Where(field => flow.LifeOf(MetadataTokens.GetToken(field))?.LiveAcross.Contains(index) == true)
            .Select(field => module.Text(module.Metadata.GetFieldDefinition(field).Name));

    private IEnumerable<string> LiveLocals(int index) =>
        flow.Locals.Where(local => local.LiveAcross.Contains(index)).Select(local => local.Name).OfType<string>()
            .Where(name => !name.Contains("<>", StringComparison.Ordinal));

    private bool IsParameter(string name) =>
        name == "this" || module.Metadata.GetMethodDefinition(method.KickoffHandle).GetParameters().Any(parameter => IsNamed(module.Metadata.GetParameter(parameter), name));

    // Number 0 is what is returned (ECMA-335 II.22.33).
    private bool IsNamed(Parameter parameter, string name) => parameter.SequenceNumber > 0 && module.Metadata.StringComparer.Equals(parameter.Name, name);
}
