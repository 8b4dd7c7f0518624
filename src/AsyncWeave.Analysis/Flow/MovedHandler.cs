using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Flow;

/// <summary>A <c>catch</c> or <c>finally</c> body that awaits, and which the compiler therefore moved behind its <c>try</c>.</summary>
/// <param name="Clause">What is left of it in the exception table: it only notes the exception.</param>
/// <param name="Start">Index of the moved body's first instruction.</param>
/// <param name="End">Exclusive.</param>
/// <param name="BranchSlots">Pending exception, pending branch, or chosen catch: they decide where the body goes on.</param>
internal sealed record MovedHandler(Handler Clause, AwaitRegion Region, int Start, int End, List<int> BranchSlots);
