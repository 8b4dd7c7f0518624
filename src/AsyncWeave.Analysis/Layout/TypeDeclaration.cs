using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AsyncWeave.Analysis.Reading;

namespace AsyncWeave.Analysis.Layout;

/// <summary>
/// What the layout rules ask of a struct's or class's definition, of the analysed module or of one that its references lead to. One object
/// stands for one definition.
/// </summary>
internal sealed class TypeDeclaration(ModuleRows module, TypeDefinitionHandle handle, RowCloser closer)
{
    private readonly MetadataReader metadata = module.Metadata;
    private readonly TypeDefinition definition = module.Metadata.GetTypeDefinition(handle);
    private readonly BaseKind baseKind = BaseKindOf(module.Metadata, handle);
    private FieldDefinitionHandle[]? rows;
    private DeclaredField[]? fields;
    private OpenParameter[]? parameters;

    private enum BaseKind
    {
        None,
        Object,
        ValueType,
        Enum,
        Class,
    }

    public string Namespace => module.Signatures.Types.Of(handle).Namespace;

    public string Name => module.Signatures.Types.Of(handle).Name;

    /// <summary><c>Namespace.Outer/Inner`1</c>.</summary>
    public string FullName => module.Signatures.Types.Of(handle).FullName;

    public ModuleRows Module => module;

    /// <summary>Simple name.</summary>
    public string? AssemblyName => metadata.GetString(metadata.GetAssemblyDefinition().Name);

    /// <summary>Compiled ahead of time.</summary>
    public bool IsReadyToRun => module.IsReadyToRun;

    public bool IsValueType => baseKind is BaseKind.ValueType or BaseKind.Enum;

    public bool IsEnum => baseKind == BaseKind.Enum;

    public bool IsExplicitLayout => (definition.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout;

    public bool IsSequentialLayout => (definition.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.SequentialLayout;

    /// <summary>0 where none is declared.</summary>
    public int Pack => definition.GetLayout() is { IsDefault: false } layout ? Math.Max(layout.PackingSize, 0) : 0;

    /// <summary>0 where none is declared.</summary>
    public int DeclaredSize => definition.GetLayout() is { IsDefault: false } layout ? Math.Max(layout.Size, 0) : 0;

    /// <summary>The argument of <c>[InlineArray(n)]</c>; null where the attribute is absent.</summary>
    public int? InlineArrayLength
    {
        get
        {
            foreach (var attributeHandle in definition.GetCustomAttributes())
            {
                var attribute = metadata.GetCustomAttribute(attributeHandle);
                var name = AttributeRows.NameHandle(metadata, attribute);
                if (name.IsNil || !metadata.StringComparer.Equals(name, "InlineArrayAttribute"))
                    continue;
                // Prolog 0x0001, then the constructor's int (ECMA-335 II.23.3)
                var blob = metadata.GetBlobReader(attribute.Value);
                return blob.Length >= 6 && blob.ReadUInt16() is var _ ? blob.ReadInt32() : 0;
            }

            return null;
        }
    }

    /// <summary>In declaration order, as many as a runtime would load and one more.</summary>
    public DeclaredField[] InstanceFields => fields ??= ReadFields();

    public OpenParameter[] Parameters => parameters ??= OpenParameters.Of(metadata, definition.GetGenericParameters());

    private FieldDefinitionHandle[] Rows => rows ??= InstanceFieldRows();

    /// <summary>The type of an instance field.</summary>
    public ClosedType Close(int field, ClosedType[] arguments) => closer.Close(metadata.GetFieldDefinition(Rows[field]).Signature, arguments);

    /// <summary>Bytes of an enum; 0 where it has no underlying type that the runtime would accept.</summary>
    public int EnumSize(int pointerSize) => Rows.Length > 0 ? closer.PrimitiveSize(metadata.GetFieldDefinition(Rows[0]).Signature) : 0;

    /// <summary>The base class; null where there is none with fields or a layout to hand on.</summary>
    public ClosedType? CloseBase(ClosedType[] arguments) => baseKind == BaseKind.Class ? closer.CloseInstances(definition.BaseType, arguments) : null;

    private DeclaredField[] ReadFields() => Array.ConvertAll(Rows, field =>
    {
        var row = metadata.GetFieldDefinition(field);
        return new DeclaredField(module.Text(row.Name), (uint)MetadataTokens.GetToken(field), row.GetOffset());
    });

    private FieldDefinitionHandle[] InstanceFieldRows()
    {
        var declared = definition.GetFields();
        var found = new FieldDefinitionHandle[Math.Min(declared.Count, LayoutLimits.Fields + 1)];
        var count = 0;
        foreach (var row in declared)
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

/// <param name="Token">Raw metadata token in the module that declares it.</param>
/// <param name="Offset">Bytes, as declared; -1 where it declares none.</param>
internal readonly record struct DeclaredField(string Name, uint Token, int Offset);

/// <summary>A type parameter that nothing closes.</summary>
/// <param name="IsEnum">Constrained to <c>System.Enum</c>.</param>
/// <param name="IsValueType">Constrained to <c>struct</c>.</param>
internal readonly record struct OpenParameter(string Name, bool IsEnum, bool IsValueType);
