using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Flow;

/// <summary>The room's door: a suspending body in, its awaits and lives out.</summary>
internal static class MoveNextFlow
{
    /// <exception cref="UnknownShapeException">No known shape explains the body.</exception>
    public static MethodFlow Trace(OpenedModule module, AsyncMethod method, MethodSymbols symbols)
    {
        var code = module.Bodies.Decode(method.BodyHandle);
        var buffers = module.Bodies.Buffers;
        buffers.Reset();
        var body = new TracedBody(code, new SlotTable(code, method.StateMachineHandle), new Places(code, symbols, buffers), buffers);
        return method.Kind switch
        {
            MethodKind.RuntimeAsync => RuntimeAsyncFlow.Trace(body),
            MethodKind.Iterator => StateMachineFlow.WithoutAwaits(body),
            _ => StateMachineFlow.Trace(body, symbols),
        };
    }
}
