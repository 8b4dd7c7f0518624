using AsyncWeave.Analysis.Layout;
using Mono.Cecil;

namespace AsyncWeave.Analysis.Allocation;

/// <summary>Sizes of the runtime's objects, laid out from the classes of the CoreLib aimed at.</summary>
internal sealed class HeapObjects(IMetadataResolver types, LayoutEngine layouts)
{
    private readonly Dictionary<ModuleDefinition, CoreTypes> known = [];

    public MadeObject BoxOf(CoreBuilder builder, TypeDefinition stateMachine)
    {
        var core = CoreOf(stateMachine);
        var box = builder.Family == BuilderFamily.PoolingValueTask ? core?.PoolingBox : core?.Box;
        var result = builder.Result ?? core?.VoidTaskResult;
        return box is null || result is null
            ? MadeObject.Unknown("AsyncStateMachineBox")
            : Of(box.Name.Split('`')[0], TypeArguments.Of(box, result, TypeArguments.OverItself(stateMachine)));
    }

    public MadeObject TaskOf(TypeReference result, TypeDefinition stateMachine)
    {
        var name = "Task<" + result.Name + ">";
        return CoreOf(stateMachine)?.TaskOfResult is { } task ? Of(name, TypeArguments.Of(task, result)) : MadeObject.Unknown(name);
    }

    /// <summary>Every delegate has the size of this one.</summary>
    public MadeObject ActionFor(TypeDefinition anyType) =>
        CoreOf(anyType)?.Action is { } action ? Of("Action", action) : MadeObject.Unknown("Action");

    /// <summary>The object that a runtime-async method leaves behind, without the arrays that hold its values.</summary>
    public MadeObject ContinuationFor(TypeDefinition anyType) =>
        CoreOf(anyType)?.Continuation is { } continuation ? Of("Continuation", continuation) : MadeObject.Unknown("Continuation");

    /// <summary>A value as a field takes it; null for a reference.</summary>
    public TypeLayout? ValueOf(TypeReference type)
    {
        if (!type.IsValueType && type is not GenericParameter)
            return null;
        return layouts.Of(type) is { IsValueType: true } layout ? layout : null;
    }

    /// <summary>A struct without instance fields: all its values are zero.</summary>
    public bool HasOneValueOnly(TypeReference type) =>
        type.IsValueType && !type.IsPrimitive && types.Resolve(type) is { IsValueType: true, IsEnum: false } definition && definition.Fields.All(field => field.IsStatic);

    public MadeObject Of(string name, TypeReference type)
    {
        var layout = layouts.Of(type);
        return new MadeObject(name, layout.HeapSize, layout.Exact);
    }

    // What every type derives from stands in CoreLib, whichever facade the assembly names.
    private CoreTypes? CoreOf(TypeDefinition type)
    {
        if (type.BaseType is not { } root || types.Resolve(root)?.Module is not { } coreLibrary)
            return null;
        if (!known.TryGetValue(coreLibrary, out var core))
            known.Add(coreLibrary, core = CoreTypes.Of(coreLibrary));
        return core;
    }
}
