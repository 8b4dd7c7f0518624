using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Layout;

/// <summary>A definition by its rows, of the analysed module or of one that its references lead to.</summary>
internal sealed class RowDeclaration(ModuleRows module, TypeDefinitionHandle handle, RowCloser closer) : TypeDeclaration
{
    private readonly MetadataReader metadata = module.Metadata;
    private readonly TypeDefinition definition = module.Metadata.GetTypeDefinition(handle);
    private readonly BaseKind baseKind = BaseKindOf(module.Metadata, handle);
    private FieldDefinitionHandle[]? fields;

    private enum BaseKind
    {
        None,
        Object,
        ValueType,
        Enum,
        Class,
    }

    public override string Namespace => module.Signatures.Types.Of(handle).Namespace;

    public override string Name => module.Signatures.Types.Of(handle).Name;

    public override string FullName => module.Signatures.Types.Of(handle).FullName;

    public override object Module => module;

    public override string? AssemblyName => metadata.GetString(metadata.GetAssemblyDefinition().Name);

    public override bool IsReadyToRun => module.IsReadyToRun;

    public override bool IsValueType => baseKind is BaseKind.ValueType or BaseKind.Enum;

    public override bool IsEnum => baseKind == BaseKind.Enum;

    public override bool IsExplicitLayout => (definition.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout;

    public override bool IsSequentialLayout => (definition.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.SequentialLayout;

    public override int Pack => definition.GetLayout() is { IsDefault: false } layout ? Math.Max(layout.PackingSize, 0) : 0;

    public override int DeclaredSize => definition.GetLayout() is { IsDefault: false } layout ? Math.Max(layout.Size, 0) : 0;

    public override int? InlineArrayLength
    {
        get
        {
            foreach (var attributeHandle in definition.GetCustomAttributes())
            {
                var attribute = metadata.GetCustomAttribute(attributeHandle);
                if (AttributeRows.TypeName(metadata, attribute) != "InlineArrayAttribute")
                    continue;
                // Prolog 0x0001, then the constructor's int (ECMA-335 II.23.3)
                var blob = metadata.GetBlobReader(attribute.Value);
                return blob.Length >= 6 && blob.ReadUInt16() is var _ ? blob.ReadInt32() : 0;
            }

            return null;
        }
    }

    private FieldDefinitionHandle[] Fields => fields ??= InstanceFieldRows();

    public override ClosedType Close(int field, ClosedType[] arguments) => closer.Close(metadata.GetFieldDefinition(Fields[field]).Signature, arguments);

    public override int EnumSize(int pointerSize) => Fields.Length > 0 ? closer.PrimitiveSize(metadata.GetFieldDefinition(Fields[0]).Signature) : 0;

    public override ClosedType? CloseBase(ClosedType[] arguments) => baseKind == BaseKind.Class ? closer.CloseInstances(definition.BaseType, arguments) : null;

    protected override DeclaredField[] ReadFields() => Array.ConvertAll(Fields, field =>
    {
        var row = metadata.GetFieldDefinition(field);
        return new DeclaredField(module.Text(row.Name), (uint)MetadataTokens.GetToken(field), row.GetOffset());
    });

    protected override OpenParameter[] ReadParameters() => OpenParameters.Of(metadata, definition.GetGenericParameters());

    private FieldDefinitionHandle[] InstanceFieldRows()
    {
        var rows = definition.GetFields();
        var found = new FieldDefinitionHandle[Math.Min(rows.Count, LayoutLimits.Fields + 1)];
        var count = 0;
        foreach (var row in rows)
        {
            if (count < found.Length && IsOfInstances(row))
                found[count++] = row;
        }

        Array.Resize(ref found, count);
        return found;
    }

    private bool IsOfInstances(FieldDefinitionHandle field) => (metadata.GetFieldDefinition(field).Attributes & (FieldAttributes.Static | FieldAttributes.Literal)) == 0;

    // A struct derives from ValueType, an enum from Enum, and those two themselves are classes.
    private static BaseKind BaseKindOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var parent = metadata.GetTypeDefinition(handle).BaseType;
        if (parent.IsNil)
            return BaseKind.None;
        return RootTypes.NameOf(metadata, parent) switch
        {
            "Object" => BaseKind.Object,
            "ValueType" when RootTypes.NameOf(metadata, handle) == "Enum" => BaseKind.Object,
            "ValueType" => BaseKind.ValueType,
            "Enum" => BaseKind.Enum,
            _ => BaseKind.Class,
        };
    }
}
