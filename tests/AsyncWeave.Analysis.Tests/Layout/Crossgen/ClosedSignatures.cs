using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Tests.Layout.Crossgen;

/// <summary>The types that crossgen2 is asked for, as the engine names them.</summary>
internal sealed class ClosedSignatures(LayoutEngine engine, ImplementationResolver resolver, int pointerSize)
{
    private readonly Dictionary<string, ClosedType> primitives = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = new PlainClosedType("System.Boolean", 1),
        ["System.Byte"] = new PlainClosedType("System.Byte", 1),
        ["System.SByte"] = new PlainClosedType("System.SByte", 1),
        ["System.Char"] = new PlainClosedType("System.Char", 2),
        ["System.Int16"] = new PlainClosedType("System.Int16", 2),
        ["System.UInt16"] = new PlainClosedType("System.UInt16", 2),
        ["System.Int32"] = new PlainClosedType("System.Int32", 4),
        ["System.UInt32"] = new PlainClosedType("System.UInt32", 4),
        ["System.Single"] = new PlainClosedType("System.Single", 4),
        ["System.Int64"] = new PlainClosedType("System.Int64", 8),
        ["System.UInt64"] = new PlainClosedType("System.UInt64", 8),
        ["System.Double"] = new PlainClosedType("System.Double", 8),
        ["System.IntPtr"] = new PlainClosedType("System.IntPtr", pointerSize),
        ["System.UIntPtr"] = new PlainClosedType("System.UIntPtr", pointerSize),
    };

    /// <summary>The type itself: a class stands for its instances.</summary>
    public ClosedType Of(TypeReference type)
    {
        var definition = type.Resolve();
        var arguments = type is GenericInstanceType instance ? instance.GenericArguments.Select(Argument).ToArray() : [];
        var row = definition.In(resolver.Find(definition.Module.Assembly.Name.Name)!.Rows);
        return engine.Close(row.Module, row.Handle, arguments);
    }

    private ClosedType Argument(TypeReference type)
    {
        if (primitives.TryGetValue(type.FullName, out var primitive))
            return primitive;
        return type is PointerType ? new PlainClosedType(type.FullName, pointerSize)
            : type is ArrayType || type.Resolve() is not { IsValueType: true } ? new ReferenceClosedType(type.FullName)
            : Of(type);
    }
}
