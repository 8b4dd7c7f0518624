using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Tests.Flow.Judge;

/// <summary>What the source says of an await.</summary>
/// <param name="Line">1-based line at which its statement starts.</param>
/// <param name="EndLine">Last line of its statement's own text.</param>
/// <param name="Parameters">Names of the parameters, <c>this</c> included, whose value is needed after it.</param>
/// <param name="Locals">Names of such locals.</param>
internal sealed record JudgedAwait(int Line, int EndLine, AwaitSyntax Syntax, bool InLoop, AwaitRegion Region, IReadOnlyList<string> Parameters, IReadOnlyList<string> Locals);

/// <param name="Name">Name of the method or local function; of a lambda that of the method around it.</param>
/// <param name="Line">Line at which the function starts.</param>
internal sealed record JudgedFunction(string Name, bool IsLambda, int Line, IReadOnlyList<JudgedAwait> Awaits);
