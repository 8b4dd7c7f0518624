using System.Collections.Immutable;
using System.Reflection.Metadata;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>Names and types of what a body keeps its values in, as it declares them.</summary>
internal sealed class BodyTypes(BodyCode code)
{
    private readonly RowMethod method = code.Module.Declared(code.Handle);
    private readonly ImmutableArray<SignatureType> locals = code.Module.LocalTypesOf(code.Handle);

    private SignatureReader Signatures => method.Module.Signatures;

    public SignatureType Local(int index) => index < locals.Length ? locals[index] : Object;

    /// <param name="index">The receiver, where there is one, is the first.</param>
    public SignatureType Argument(int index)
    {
        var receivers = Receivers;
        if (index < receivers)
            return This();
        var parameters = method.Signature.ParameterTypes;
        return index - receivers < parameters.Length ? parameters[index - receivers] : Object;
    }

    /// <inheritdoc cref="Argument"/>
    public string? NameOfArgument(int index)
    {
        if (index < Receivers)
            return "this";
        var metadata = method.Module.Metadata;
        foreach (var handle in method.Definition.GetParameters())
        {
            var parameter = metadata.GetParameter(handle);
            if (parameter.SequenceNumber == index - Receivers + 1) // 0 is the result
                return metadata.GetString(parameter.Name);
        }

        return null;
    }

    /// <summary>What an instruction leaves on the stack; <c>object</c> where it does not say.</summary>
    public SignatureType LeftBy(int producer)
    {
        var (op, operand) = (code.Op(producer), code.RawOperand(producer));
        if (code.IsLocalLoad(producer))
            return Local(operand);
        if (code.Constant(producer) is not null)
            return Signatures.GetPrimitiveType(PrimitiveTypeCode.Int32);
        return op switch
        {
            >= Code.Ldarg_0 and <= Code.Ldarg_3 or Code.Ldarg_S or Code.Ldarg => Argument(operand),
            Code.Call or Code.Callvirt => code.Module.Members.MethodOf(operand)?.Result() ?? Object,
            Code.Newobj => Itself(code.Module.Members.MethodOf(operand)?.DeclaringType),
            Code.Ldfld or Code.Ldsfld => code.Module.Members.FieldOf(operand)?.Type ?? Object,
            Code.Castclass or Code.Isinst => code.Module.Members.TypeOf(operand) ?? Object,
            Code.Unbox_Any or Code.Ldobj or Code.Ldelem_Any => Itself(code.Module.Members.TypeOf(operand)),
            Code.Ldstr => Signatures.GetPrimitiveType(PrimitiveTypeCode.String),
            _ => Object,
        };
    }

    private SignatureType Object => Signatures.GetPrimitiveType(PrimitiveTypeCode.Object);

    private int Receivers => method.Signature.Header.IsInstance ? 1 : 0;

    private SignatureType This()
    {
        var type = method.DeclaringType;
        var itself = Signatures.OfType(type.Handle);
        return IsStruct(type) ? Signatures.GetByReferenceType(itself) : itself;
    }

    // Only a signature says that a type is a struct; a token by itself does not.
    private SignatureType Itself(SignatureType? type) => type switch
    {
        null => Object,
        NamedSignature { IsValueType: false } named when method.Module.References.DefinitionOf(named.Type) is { } definition && IsStruct(definition) =>
            Signatures.Named(named.Type, isValueType: true),
        _ => type,
    };

    private static bool IsStruct(RowType type) => RootTypes.NameOf(type.Module.Metadata, type.Definition.BaseType) is "ValueType" or "Enum";
}
