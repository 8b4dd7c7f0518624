using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>Tells lambdas, local functions, accessors and the entry point from ordinary methods.</summary>
internal sealed class MethodForms(OpenedModule module)
{
    private const byte Call = 0x28;

    private readonly MetadataReader metadata = module.Metadata;
    private readonly MethodDefinitionHandle entryPoint = module.EntryPoint;

    public MethodForm Of(MethodDefinitionHandle handle)
    {
        var kickoff = metadata.GetMethodDefinition(handle);
        var name = metadata.GetString(kickoff.Name);
        if (CompilerName.TryParse(name) is { } parsed)
            return parsed.Form;
        if (IsEntryPoint(handle, kickoff, name))
            return MethodForm.EntryPoint;
        return (kickoff.Attributes & MethodAttributes.SpecialName) != 0 && IsAccessor(handle, kickoff.GetDeclaringType()) ? MethodForm.Accessor : MethodForm.Method;
    }

    // The compiler puts a stub <Main> in front that blocks on the async Main or <Main>$.
    private bool IsEntryPoint(MethodDefinitionHandle handle, MethodDefinition kickoff, string name)
    {
        if (entryPoint.IsNil)
            return false;
        if (entryPoint == handle)
            return true;
        var entry = metadata.GetMethodDefinition(entryPoint);
        return name is "Main" or "<Main>$" && entry.GetDeclaringType() == kickoff.GetDeclaringType()
            && metadata.StringComparer.Equals(entry.Name, "<Main>") && Calls(entry, MetadataTokens.GetToken(handle));
    }

    private bool Calls(MethodDefinition caller, int token)
    {
        if (caller.RelativeVirtualAddress == 0)
            return false;
        var il = module.Image.GetMethodBody(caller.RelativeVirtualAddress).GetILBytes() ?? [];
        for (var i = 0; i + 4 < il.Length; i++)
        {
            if (il[i] == Call && BitConverter.ToInt32(il, i + 1) == token)
                return true;
        }

        return false;
    }

    private bool IsAccessor(MethodDefinitionHandle method, TypeDefinitionHandle declaring)
    {
        var type = metadata.GetTypeDefinition(declaring);
        return type.GetProperties().Any(handle => metadata.GetPropertyDefinition(handle).GetAccessors() is var accessors && (accessors.Getter == method || accessors.Setter == method))
            || type.GetEvents().Any(handle => metadata.GetEventDefinition(handle).GetAccessors() is var accessors && (accessors.Adder == method || accessors.Remover == method));
    }
}
