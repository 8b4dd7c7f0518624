using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading;

/// <summary>A type's definition, in whichever module it stands.</summary>
internal sealed record RowType(ModuleRows Module, TypeDefinitionHandle Handle)
{
    // A class that derives from itself is refused where it is read; two modules together still can.
    private const int DeepestBase = 64;

    public TypeDefinition Definition => Module.Metadata.GetTypeDefinition(Handle);

    /// <summary>The methods that it declares under a name.</summary>
    public IEnumerable<RowMethod> MethodsNamed(string name)
    {
        foreach (var handle in Definition.GetMethods())
        {
            if (Module.Metadata.StringComparer.Equals(Module.Metadata.GetMethodDefinition(handle).Name, name))
                yield return new RowMethod(Module, handle);
        }
    }

    /// <summary>The type and the classes that it derives from, as far as they are at hand.</summary>
    public IEnumerable<RowType> WithBases()
    {
        var type = this;
        for (var depth = 0; depth < DeepestBase && type is not null; depth++)
        {
            yield return type;
            type = type.Module.DefinitionOf(type.Definition.BaseType);
        }
    }
}
