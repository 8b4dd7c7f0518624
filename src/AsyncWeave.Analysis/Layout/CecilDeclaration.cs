using Mono.Cecil;

namespace AsyncWeave.Analysis.Layout;

/// <summary>A definition in a module that Cecil has opened: the framework's, a package's.</summary>
internal sealed class CecilDeclaration(TypeDefinition definition, TypeCloser closer) : TypeDeclaration
{
    // Fields and bases are closed by their owner's arguments; nothing in them is left to assume.
    private readonly GenericAssumptions unheard = new();
    private List<FieldDefinition>? fields;

    public override string Namespace => definition.Namespace;

    public override string Name => definition.Name;

    public override string FullName => definition.FullName;

    public override object Module => definition.Module;

    public override string? AssemblyName => definition.Module.Assembly?.Name.Name;

    public override bool IsReadyToRun => TypeFacts.IsReadyToRun(definition.Module);

    public override bool IsValueType => definition.IsValueType;

    public override bool IsEnum => definition.IsEnum;

    public override bool IsExplicitLayout => definition.IsExplicitLayout;

    public override bool IsSequentialLayout => definition.IsSequentialLayout;

    public override int Pack => Math.Max((int)definition.PackingSize, 0);

    public override int DeclaredSize => Math.Max(definition.ClassSize, 0);

    public override int? InlineArrayLength => TypeFacts.InlineArrayLength(definition);

    private List<FieldDefinition> Fields => fields ??= TypeFacts.InstanceFields(definition);

    public override ClosedType Close(int field, ClosedType[] arguments) => closer.Close(Fields[field].FieldType, arguments, unheard);

    public override int EnumSize(int pointerSize) => Fields.Count > 0 ? TypeFacts.PrimitiveSize(Fields[0].FieldType.MetadataType, pointerSize) : 0;

    public override ClosedType? CloseBase(ClosedType[] arguments) =>
        definition.IsValueType || definition.BaseType is not { } parent || TypeFacts.IsRoot(parent) ? null : closer.CloseBase(parent, arguments, unheard);

    protected override DeclaredField[] ReadFields()
    {
        var read = new DeclaredField[Math.Min(Fields.Count, LayoutLimits.Fields + 1)];
        for (var i = 0; i < read.Length; i++)
            read[i] = new DeclaredField(Fields[i].Name, Fields[i].MetadataToken.ToUInt32(), Fields[i].HasLayoutInfo ? Fields[i].Offset : -1);
        return read;
    }

    protected override OpenParameter[] ReadParameters() =>
        definition.HasGenericParameters ? [.. definition.GenericParameters.Select(GenericAssumptions.Describe)] : [];
}
