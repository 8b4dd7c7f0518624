using System.Reflection.Metadata;
using AsyncWeave.Analysis.Reading.Signatures;

namespace AsyncWeave.Analysis.Reading;

/// <summary>A method's definition, in whichever module it stands.</summary>
internal sealed record RowMethod(ModuleRows Module, MethodDefinitionHandle Handle)
{
    public MethodDefinition Definition => Module.Metadata.GetMethodDefinition(Handle);

    /// <exception cref="BadImageFormatException">It is no method's signature.</exception>
    public MethodSignature<SignatureType> Signature => Module.Signatures.OfMethod(Definition.Signature);

    public RowType DeclaringType => new(Module, Definition.GetDeclaringType());
}
