namespace AsyncWeave.Report.Json;

/// <summary>A text is no JSON, at a place.</summary>
internal sealed class JsonSyntaxException(string message, JsonPosition position) : Exception(message)
{
    public JsonPosition Position { get; } = position;
}
