using System.Reflection.Metadata;
using System.Text;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Discovery;

/// <summary>What the types and methods of a module are called: by documentation ids, by patterns, by people.</summary>
internal sealed class MemberNames(MetadataReader metadata, SignatureReader signatures)
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<TypeDefinitionHandle, NamesOfType> types = [];
    private readonly Dictionary<BlobHandle, string> parametersOfIds = [];
    private readonly Dictionary<BlobHandle, string> returnTypes = [];

    /// <summary><c>M:Shop.Orders.SubmitAsync(System.Int32)</c>.</summary>
    public string IdOf(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        var name = metadata.GetString(method.Name);
        var id = "M:" + OfType(method.GetDeclaringType()).Id + "." + DocumentationId.Escape(name);
        if (method.GetGenericParameters().Count is > 0 and var arity)
            id += "``" + DocumentationId.Number(arity);
        id += ParametersOfId(method.Signature);
        return name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit" ? id + "~" + TypeInId(signatures.OfMethod(method.Signature).ReturnType) : id;
    }

    /// <summary><c>T:Shop.Orders</c>.</summary>
    public string IdOf(TypeDefinitionHandle type) => "T:" + OfType(type).Id;

    /// <summary>What patterns match: <c>Namespace.Type.Method</c>, nested types with a dot, generic arity dropped.</summary>
    public string PatternOf(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        return OfType(method.GetDeclaringType()).Pattern + "." + metadata.GetString(method.Name);
    }

    /// <summary><c>Orders.SubmitAsync(int)</c>.</summary>
    public string DisplayOf(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        return OfType(method.GetDeclaringType()).Display + "." + MethodOf(handle, method).Member;
    }

    /// <summary><c>Outer&lt;T&gt;.Inner</c>.</summary>
    public string DisplayOf(TypeDefinitionHandle type) => OfType(type).Display;

    /// <summary>What stands behind a local function's name: <c>&lt;T&gt;(int, string)</c>.</summary>
    public string ParametersOf(MethodDefinitionHandle handle)
    {
        var method = MethodOf(handle, metadata.GetMethodDefinition(handle));
        return method.TypeParameters + method.Parameters;
    }

    /// <summary>Full metadata name: <c>System.Threading.Tasks.Task`1&lt;System.Int32&gt;</c>.</summary>
    public string ReturnTypeOf(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        if (returnTypes.TryGetValue(method.Signature, out var name))
            return name;
        var type = signatures.OfMethod(method.Signature).ReturnType;
        name = FullTypeName.Of(type, new GenericNames(metadata, method.GetDeclaringType(), handle));
        if (!type.IsOpen)
            returnTypes.Add(method.Signature, name);
        return name;
    }

    /// <summary>A <c>Task&lt;T&gt;</c>'s T as C# spells it.</summary>
    public string ResultOf(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        return signatures.OfMethod(method.Signature).ReturnType is InstanceSignature { Arguments: [var result] }
            ? CSharpTypeName.Of(result, new GenericNames(metadata, method.GetDeclaringType(), handle))
            : "T";
    }

    private CSharpMethodName MethodOf(MethodDefinitionHandle handle, MethodDefinition method) =>
        new(metadata, method, signatures.OfMethod(method.Signature), new GenericNames(metadata, method.GetDeclaringType(), handle));

    private NamesOfType OfType(TypeDefinitionHandle handle)
    {
        if (!types.TryGetValue(handle, out var names))
            types[handle] = names = ReadType(handle);
        return names;
    }

    private NamesOfType ReadType(TypeDefinitionHandle handle)
    {
        var type = signatures.Types.Of(handle);
        text.Clear();
        DocumentationId.AppendTypeName(text, type);
        var parameters = metadata.GetTypeDefinition(handle).GetGenericParameters()
            .Select(parameter => metadata.GetString(metadata.GetGenericParameter(parameter).Name)).ToList();
        return new NamesOfType(text.ToString(), PatternName(type), CSharpTypeName.OfDefinition(type, parameters));
    }

    private static string PatternName(NamedType type)
    {
        DocumentationId.ArityOf(type.Name, out var name);
        if (type.Outer is { } outer)
            return PatternName(outer) + "." + name;
        return type.Namespace.Length > 0 ? type.Namespace + "." + name : name;
    }

    private string ParametersOfId(BlobHandle signature)
    {
        if (!parametersOfIds.TryGetValue(signature, out var parameters))
            parametersOfIds[signature] = parameters = WriteParametersOfId(signatures.OfMethod(signature));
        return parameters;
    }

    private string WriteParametersOfId(MethodSignature<SignatureType> signature)
    {
        if (signature.ParameterTypes.IsEmpty)
            return "";
        text.Clear().Append('(');
        for (var i = 0; i < signature.ParameterTypes.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            DocumentationId.AppendType(text, signature.ParameterTypes[i]);
        }

        return text.Append(')').ToString();
    }

    private string TypeInId(SignatureType type)
    {
        text.Clear();
        DocumentationId.AppendType(text, type);
        return text.ToString();
    }

    private sealed record NamesOfType(string Id, string Pattern, string Display);
}
