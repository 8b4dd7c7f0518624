using System.Reflection.Metadata;
using AsyncWeave.Analysis.Layout;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Analysis.Reading.Signatures;
using TypeLayout = AsyncWeave.Analysis.Layout.TypeLayout;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>Sizes of the runtime's objects, laid out from the classes of the CoreLib aimed at.</summary>
internal sealed class HeapObjects(OpenedModule module, LayoutEngine layouts)
{
    private CoreTypes? core;

    private CoreTypes Core => core ??= CoreTypes.Of(layouts.Rows.FindCoreLibrary() ?? module.Rows);

    public MadeObject BoxOf(CoreBuilder builder, TypeDefinitionHandle stateMachine)
    {
        var box = builder.Family == BuilderFamily.PoolingValueTask ? Core.PoolingBox : Core.Box;
        var result = builder.Result ?? (Core.VoidTaskResult.IsNil ? null : layouts.Close(Core.Module, Core.VoidTaskResult));
        return box.IsNil || result is null
            ? MadeObject.Unknown("AsyncStateMachineBox")
            : Of(builder.Family == BuilderFamily.PoolingValueTask ? "StateMachineBox" : "AsyncStateMachineBox", layouts.Close(Core.Module, box, result, layouts.Rows.CloseArgument(stateMachine)));
    }

    public MadeObject TaskOf(ClosedType result)
    {
        var name = "Task<" + TaskResult.SimpleName(result) + ">";
        return Core.TaskOfResult.IsNil ? MadeObject.Unknown(name) : Kept(name, layouts.Close(Core.Module, Core.TaskOfResult, result));
    }

    /// <summary>Every delegate has the size of this one.</summary>
    public MadeObject Action => Core.Action.IsNil ? MadeObject.Unknown("Action") : Kept("Action", layouts.Close(Core.Module, Core.Action));

    /// <summary>The object that a runtime-async method leaves behind, without the arrays that hold its values.</summary>
    public MadeObject Continuation => Core.Continuation.IsNil ? MadeObject.Unknown("Continuation") : Of("Continuation", layouts.Close(Core.Module, Core.Continuation));

    /// <summary>A value as a field takes it; null for a reference.</summary>
    public TypeLayout? ValueOf(ClosedType type) => type is ReferenceClosedType ? null : layouts.Of(type) is { IsValueType: true } layout ? layout : null;

    /// <summary>A value as a local of a method takes it; null for a reference, to an object or a variable.</summary>
    public TypeLayout? ValueOf(SignatureType type, MethodDefinitionHandle method) => type is PointerSignature ? null : ValueOf(layouts.Rows.CloseIn(method, type));

    public bool IsStruct(TypeDefinitionHandle type) => layouts.Rows.DeclarationOf(type).IsValueType;

    public MadeObject Of(string name, TypeDefinitionHandle type) => Of(name, layouts.Rows.CloseSubject(type));

    // Laid out once, for the types that many methods ask for.
    private MadeObject Kept(string name, ClosedType type)
    {
        var layout = layouts.Of(type);
        return new MadeObject(name, layout.HeapSize, layout.Exact);
    }

    private MadeObject Of(string name, ClosedType type)
    {
        var (bytes, exact) = layouts.HeapSizeOf(type);
        return new MadeObject(name, bytes, exact);
    }
}
