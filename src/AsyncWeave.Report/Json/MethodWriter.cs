using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal sealed class MethodWriter
{
    private readonly Action<JsonTextWriter, StateMachine> _writeStateMachine = new StateMachineWriter().Write;

    public void Write(JsonTextWriter json, MethodReport method)
    {
        json.Member("id", method.Id);
        json.Member("name", method.Name);
        json.Member("displayName", method.DisplayName);
        json.Member("kind", EnumNames<MethodKind>.Of(method.Kind));
        json.Member("form", EnumNames<MethodForm>.Of(method.Form));
        json.Member("containingMethod", method.ContainingMethod);
        json.Member("token", method.Token);
        json.Member("returnType", method.ReturnType);
        json.Member("builder", method.Builder);
        json.Optional("source", method.Source, WriteSource);
        json.Optional("stateMachine", method.StateMachine, _writeStateMachine, lines: true);
        json.Optional("continuation", method.Continuation, WriteContinuation);
        json.Member("awaitCount", method.AwaitCount);
        json.Objects("awaits", method.Awaits, WriteAwait, lines: true);
        json.Optional("allocations", method.Allocations, AllocationsJson.Write, lines: true);
        json.Object("budget", method.Budget, BudgetJson.Write);
        json.Objects("diagnostics", method.Diagnostics, DiagnosticJson.Write, lines: true);
        json.Member("generated", method.IsGenerated);
        DeclarationsJson.Write(json, method.Declarations);
        if (method.Checklist.Count > 0)
            json.Objects("checklist", method.Checklist, WriteAnswer, lines: true);
    }

    private static void WriteSource(JsonTextWriter json, SourceSpan source)
    {
        json.Member("file", source.File);
        json.Member("line", source.Line);
        json.Member("column", source.Column);
        json.Member("endLine", source.EndLine);
    }

    private static void WriteContinuation(JsonTextWriter json, Continuation continuation)
    {
        json.Member("bytes", continuation.Bytes);
        json.Member("exact", continuation.Exact);
        json.Member("assumes", continuation.Assumes);
        json.Objects("slots", continuation.Slots, static (json, slot) =>
        {
            json.Member("name", slot.Name);
            json.Member("type", slot.Type);
            json.Member("size", slot.Size);
            StateMachineWriter.WriteIndices(json, "liveAcross", slot.LiveAcross);
        });
    }

    private static void WriteAwait(JsonTextWriter json, Await point)
    {
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
    }

    private static void WriteAnswer(JsonTextWriter json, ChecklistAnswer answer)
    {
        json.Member("question", answer.Question);
        json.Member("answer", answer.Answer);
        json.Member("verdict", EnumNames<ChecklistVerdict>.Of(answer.Verdict));
    }
}
