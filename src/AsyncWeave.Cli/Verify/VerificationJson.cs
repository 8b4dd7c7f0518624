using System.Runtime.InteropServices;
using System.Text.Json;

namespace AsyncWeave.Cli.Verify;

/// <summary><c>verify --json</c>.</summary>
internal static class VerificationJson
{
    public static void Write(Verification verification, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("schemaVersion", "1.0");
        json.WriteString("runtime", Environment.Version.ToString());
        json.WriteString("architecture", RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());
        json.WriteNumber("stateMachines", verification.StateMachines);
        json.WriteNumber("values", verification.Values);
        json.WriteStartArray("differences");
        foreach (var difference in verification.Differences)
            Write(difference, json);
        json.WriteEndArray();
        json.WriteStartArray("skipped");
        foreach (var skipped in verification.Skipped)
            Write(skipped, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void Write(LayoutDifference difference, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("assembly", difference.Assembly);
        json.WriteString("method", difference.Method);
        json.WriteString("what", difference.What);
        json.WriteNumber("predicted", difference.Predicted);
        json.WriteNumber("actual", difference.Actual);
        json.WriteEndObject();
    }

    private static void Write(SkippedMethod skipped, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("assembly", skipped.Assembly);
        json.WriteString("method", skipped.Method);
        json.WriteString("reason", skipped.Reason);
        json.WriteEndObject();
    }
}
