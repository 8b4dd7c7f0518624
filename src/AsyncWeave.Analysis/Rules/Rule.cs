using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Rules;

/// <summary>One law and its name.</summary>
internal interface IRule
{
    DiagnosticDescriptor Descriptor { get; }
}

/// <summary>A trap that an async method can fall into. Pure: facts in, findings out.</summary>
internal interface IMethodRule : IRule
{
    IEnumerable<Finding> Check(DescribedMethod facts);
}

/// <summary>A trap that any body can fall into, async or not.</summary>
internal interface IBodyRule : IRule
{
    /// <summary>What a body must do to be worth decoding.</summary>
    Interest Interest { get; }

    IEnumerable<Finding> Check(BodyFacts facts);
}

/// <summary>What a rule says: the fact with its numbers, and where. Identity and order are given later.</summary>
/// <param name="Place">Null for the method itself.</param>
internal sealed record Finding(string Message, Place? Place = null, int SavesBytes = 0, Severity? Severity = null);

/// <summary>A place in source.</summary>
internal readonly record struct Place(string? File, int Line, int Column, int EndLine);
