using Mono.Cecil.Cil;

namespace AsyncWeave.Analysis.Flow;

/// <summary>An exception clause by instruction indices; ends are exclusive.</summary>
/// <param name="Index">Place among the clauses of the body.</param>
/// <param name="FilterStart">-1 where the clause has no filter.</param>
/// <param name="CatchType">Full name; null where the clause is no typed catch.</param>
internal sealed record Handler(
    int Index,
    ExceptionHandlerType Kind,
    int TryStart,
    int TryEnd,
    int FilterStart,
    int Start,
    int End,
    string? CatchType)
{
    public bool CatchesAll => CatchType is "System.Object" or "System.Exception";

    public bool IsFinally => Kind is ExceptionHandlerType.Finally or ExceptionHandlerType.Fault;

    public bool Protects(int instruction) => instruction >= TryStart && instruction < TryEnd;
}
