using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class MethodWriter
{
    public static void Write(JsonTextWriter json, MethodReport method)
    {
        json.StartObject(lines: true);
        json.Member("id", method.Id);
        json.Member("name", method.Name);
        json.Member("displayName", method.DisplayName);
        json.Member("kind", EnumNames<MethodKind>.Of(method.Kind));
        json.Member("form", EnumNames<MethodForm>.Of(method.Form));
        json.Member("containingMethod", method.ContainingMethod);
        json.Member("token", method.Token);
        json.Member("returnType", method.ReturnType);
        json.Member("builder", method.Builder);
        WriteSource(json, method.Source);
        StateMachineWriter.Write(json, method.StateMachine);
        WriteContinuation(json, method.Continuation);
        json.Member("awaitCount", method.AwaitCount);
        WriteAwaits(json, method.Awaits);
        AllocationsJson.Write(json, method.Allocations);
        BudgetJson.Write(json, method.Budget);
        WriteDiagnostics(json, method.Diagnostics);
        json.Member("generated", method.IsGenerated);
        DeclarationsJson.Write(json, method.Declarations);
        WriteChecklist(json, method.Checklist);
        json.EndObject();
    }

    private static void WriteSource(JsonTextWriter json, SourceSpan? source)
    {
        json.Name("source");
        if (source is null)
        {
            json.String(null);
            return;
        }

        json.StartObject();
        json.Member("file", source.File);
        json.Member("line", source.Line);
        json.Member("column", source.Column);
        json.Member("endLine", source.EndLine);
        json.EndObject();
    }

    private static void WriteContinuation(JsonTextWriter json, Continuation? continuation)
    {
        json.Name("continuation");
        if (continuation is null)
        {
            json.String(null);
            return;
        }

        json.StartObject();
        json.Member("bytes", continuation.Bytes);
        json.Member("exact", continuation.Exact);
        json.Member("assumes", continuation.Assumes);
        json.Name("slots");
        json.StartArray();
        foreach (var slot in continuation.Slots)
        {
            json.StartObject();
            json.Member("name", slot.Name);
            json.Member("type", slot.Type);
            json.Member("size", slot.Size);
            StateMachineWriter.WriteIndices(json, "liveAcross", slot.LiveAcross);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    private static void WriteAwaits(JsonTextWriter json, IReadOnlyList<Await> awaits)
    {
        json.Name("awaits");
        json.StartArray(lines: true);
        foreach (var point in awaits)
        {
            json.StartObject();
            json.Member("index", point.Index);
            json.Member("line", point.Line);
            json.Member("column", point.Column);
            json.Member("awaiter", point.Awaiter);
            json.Member("operation", point.Operation);
            json.Member("syntax", EnumNames<AwaitSyntax>.Of(point.Syntax));
            json.Member("capturesContext", point.CapturesContext);
            json.Member("inLoop", point.InLoop);
            json.Member("region", EnumNames<AwaitRegion>.Of(point.Region));
            json.Member("flowsThroughOnCompleted", point.FlowsThroughOnCompleted);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteDiagnostics(JsonTextWriter json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.Name("diagnostics");
        json.StartArray(lines: true);
        foreach (var diagnostic in diagnostics)
            DiagnosticJson.Write(json, diagnostic, withMethod: false);
        json.EndArray();
    }

    private static void WriteChecklist(JsonTextWriter json, IReadOnlyList<ChecklistAnswer> checklist)
    {
        if (checklist.Count == 0)
            return;
        json.Name("checklist");
        json.StartArray(lines: true);
        foreach (var answer in checklist)
        {
            json.StartObject();
            json.Member("question", answer.Question);
            json.Member("answer", answer.Answer);
            json.Member("verdict", EnumNames<ChecklistVerdict>.Of(answer.Verdict));
            json.EndObject();
        }

        json.EndArray();
    }
}
