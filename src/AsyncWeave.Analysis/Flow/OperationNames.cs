using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Flow;

/// <summary>How awaited operations are written, each written once for the module unless it names type parameters of the caller.</summary>
internal sealed class OperationNames(OpenedModule module)
{
    private readonly Dictionary<int, string> names = [];

    private MetadataReader Metadata => module.Metadata;

    /// <param name="call">Index of the operation's call.</param>
    public string Of(BodyCode code, int call)
    {
        var token = code.RawOperand(call);
        if (names.TryGetValue(token, out var known))
            return known;
        var caller = new GenericNames(Metadata, Metadata.GetMethodDefinition(code.Handle).GetDeclaringType(), code.Handle);
        var name = Write(MetadataTokens.EntityHandle(token), caller, out var isCallers);
        if (!isCallers)
            names[token] = name;
        return name;
    }

    private string Write(EntityHandle method, GenericNames caller, out bool isCallers)
    {
        SignatureType[] ofMethod = [];
        if (method.Kind == HandleKind.MethodSpecification)
        {
            var specification = Metadata.GetMethodSpecification((MethodSpecificationHandle)method);
            ofMethod = [.. specification.DecodeSignature(module.Signatures, null)];
            method = specification.Method;
        }

        return method.Kind == HandleKind.MethodDefinition
            ? OfDefinition((MethodDefinitionHandle)method, ofMethod, caller, out isCallers)
            : OfReference(Metadata.GetMemberReference((MemberReferenceHandle)method), ofMethod, caller, out isCallers);
    }

    private string OfDefinition(MethodDefinitionHandle handle, SignatureType[] ofMethod, GenericNames caller, out bool isCallers)
    {
        var definition = Metadata.GetMethodDefinition(handle);
        var type = definition.GetDeclaringType();
        var writer = new OperationName(new CalleeArguments([], ofMethod, new GenericNames(Metadata, type, handle)), caller);
        var name = writer.Write(module.Signatures.Types.Of(type).FullName, Metadata.GetString(definition.Name), module.Signatures.OfMethod(definition.Signature).ParameterTypes);
        isCallers = writer.NamesCallersParameters;
        return name;
    }

    private string OfReference(MemberReference reference, SignatureType[] ofMethod, GenericNames caller, out bool isCallers)
    {
        var type = module.Bodies.Types.SignatureOf(reference.Parent);
        var instance = type as InstanceSignature;
        var writer = new OperationName(new CalleeArguments(instance?.Arguments ?? [], ofMethod, new GenericNames(Metadata, default, default)), caller);
        var declaring = instance?.Generic.Type.FullName ?? (type is null ? null : FullTypeName.Of(type, caller));
        var name = writer.Write(declaring, Metadata.GetString(reference.Name), module.Signatures.OfMethod(reference.Signature).ParameterTypes);
        isCallers = writer.NamesCallersParameters || (instance is null && type is { IsOpen: true });
        return name;
    }
}
