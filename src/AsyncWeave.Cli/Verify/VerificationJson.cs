using System.Runtime.InteropServices;
using AsyncWeave.Model;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Cli.Verify;

/// <summary><c>verify --json</c>.</summary>
internal static class VerificationJson
{
    public static void Write(Verification verification, Stream output)
    {
        var json = new JsonTextWriter(output);
        json.StartObject(lines: true);
        json.Header(AssemblyReport.CurrentSchemaVersion, ToolInfo.Current);
        json.Member("runtime", Environment.Version.ToString());
        json.Member("architecture", RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());
        json.Member("stateMachines", verification.StateMachines);
        json.Member("values", verification.Values);
        json.Objects("differences", verification.Differences, WriteDifference, lines: true);
        json.Objects("skipped", verification.Skipped, WriteSkipped, lines: true);
        json.EndObject();
        json.Finish();
    }

    private static void WriteDifference(JsonTextWriter json, LayoutDifference difference)
    {
        json.Member("assembly", difference.Assembly);
        json.Member("method", difference.Method);
        json.Member("what", difference.What);
        json.Member("predicted", difference.Predicted);
        json.Member("actual", difference.Actual);
    }

    private static void WriteSkipped(JsonTextWriter json, SkippedMethod skipped)
    {
        json.Member("assembly", skipped.Assembly);
        json.Member("method", skipped.Method);
        json.Member("reason", skipped.Reason);
    }
}
