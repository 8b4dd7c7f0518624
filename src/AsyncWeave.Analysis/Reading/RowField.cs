using System.Reflection.Metadata;

namespace AsyncWeave.Analysis.Reading;

/// <summary>A field's definition, in whichever module it stands.</summary>
internal sealed record RowField(ModuleRows Module, FieldDefinitionHandle Handle)
{
    public FieldDefinition Definition => Module.Metadata.GetFieldDefinition(Handle);
}
