using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Allocation;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;
using TypeReference = Mono.Cecil.TypeReference;

namespace AsyncWeave.Analysis.Tests.Layout.Crossgen;

/// <summary>The class of the object that carries a state machine from its first suspension on, by the state machine's builder.</summary>
/// <param name="rows">The same file.</param>
internal sealed class Boxes(ModuleDefinition coreLibrary, ModuleRows rows)
{
    private readonly CoreTypes core = CoreTypes.Of(rows);

    private const string Services = "System.Runtime.CompilerServices";

    /// <summary>Null for iterators and for builders that are not the framework's.</summary>
    /// <param name="stateMachine">Closed.</param>
    public TypeReference? Of(TypeDefinition definition, TypeReference stateMachine)
    {
        var builder = definition.Fields.Select(field => field.FieldType).FirstOrDefault(type => type.Namespace == Services && type.Name.Contains("MethodBuilder"));
        if (builder is null)
            return null;
        var result = builder is GenericInstanceType generic ? TypeArguments.Substitute(generic.GenericArguments[0], stateMachine) : Defined(core.VoidTaskResult);
        return TypeArguments.Of(builder.Name.StartsWith("Pooling", StringComparison.Ordinal) ? Defined(core.PoolingBox) : Defined(core.Box), result, stateMachine);
    }

    private TypeDefinition Defined(TypeDefinitionHandle handle) => (TypeDefinition)coreLibrary.LookupToken(MetadataTokens.GetToken(handle));
}
