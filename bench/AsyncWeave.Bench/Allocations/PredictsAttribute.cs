namespace AsyncWeave.Bench.Allocations;

/// <summary>Names the async methods that one run of a benchmark calls, so that their bills can be added up.</summary>
/// <param name="method">As in a report, without namespace: <c>Yields.Once</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PredictsAttribute(string method) : Attribute
{
    public string Method { get; } = method;

    /// <summary>The method suspends; otherwise it completes synchronously, with a result that no cache holds.</summary>
    public bool Suspends { get; init; }

    /// <summary>Calls in one run.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The lambda's delegate and closure are made anew in each run.</summary>
    public bool Creates { get; init; }

    /// <summary>Bytes in one run that are not the method's: a buffer, a call of the framework. Named in the benchmark's own comment.</summary>
    public int Besides { get; init; }
}
