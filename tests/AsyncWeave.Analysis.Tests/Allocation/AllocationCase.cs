namespace AsyncWeave.Analysis.Tests.Allocation;

/// <summary>One async method whose heap bytes are measured: what it returns, what it awaits.</summary>
/// <param name="Returns">Its return type in C#.</param>
/// <param name="Result">The expression returned; empty for none. A value that no cache holds, unless the name says so.</param>
/// <param name="Await">The statements with the await; <c>gate</c> is the method's parameter.</param>
internal sealed record AllocationCase(string Name, string Returns, string Result, string Await)
{
    /// <summary>In front of the method: attributes.</summary>
    public string Attributes { get; init; } = "";

    /// <summary>The await cannot complete synchronously.</summary>
    public bool AlwaysSuspends { get; init; }

    /// <summary>The call in the driver.</summary>
    public string Call { get; init; } = "Run(gate)";

    public string TypeParameters { get; init; } = "";

    public override string ToString() => Name;
}
