using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>One <c>try</c> by instruction indices, with all its clauses.</summary>
internal sealed class ProtectedRange(int start, int end, Handler[] handlers)
{
    public int Start { get; } = start;

    /// <summary>Exclusive.</summary>
    public int End { get; } = end;

    public Handler[] Handlers { get; } = handlers;

    /// <summary>Index of the range around this one, known once all are nested.</summary>
    public int Outer { get; set; } = ProtectedRanges.None;

    public Handler? Finally { get; } = Array.Find(handlers, handler => handler.Kind == ExceptionHandlerType.Finally);

    /// <summary>No exception passes on to the range around.</summary>
    public bool CatchesAll { get; } = Array.Exists(handlers, handler => handler.CatchesAll);
}
