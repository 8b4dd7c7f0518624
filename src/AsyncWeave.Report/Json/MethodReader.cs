using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class MethodReader
{
    public static MethodReport Read(JsonNode node)
    {
        var id = node.Text("id");
        return new MethodReport(
            id,
            node.Text("name"),
            node.Text("displayName"),
            node.Word<MethodKind>("kind"),
            node.Word<MethodForm>("form"),
            node.TextOrNull("containingMethod"),
            node.Text("token"),
            node.Text("returnType"),
            node.TextOrNull("builder"),
            ReadSource(node["source"]),
            ReadStateMachine(node["stateMachine"]),
            ReadContinuation(node["continuation"]),
            node.List("awaits", ReadAwait),
            AllocationsJson.Read(node["allocations"]),
            BudgetJson.Read(node["budget"]),
            node.List("diagnostics", d => DiagnosticJson.Read(d, id)))
        {
            IsGenerated = node.Flag("generated", whenMissing: false),
            Declarations = DeclarationsJson.Read(node["declarations"]),
            Checklist = node.List("checklist", ReadAnswer),
        };
    }

    private static SourceSpan? ReadSource(JsonNode node) => node.IsNull
        ? null
        : new SourceSpan(node.Text("file"), node.Int("line"), node.Int("column"), node.Int("endLine"));

    private static StateMachine? ReadStateMachine(JsonNode node) => node.IsNull
        ? null
        : new StateMachine(
            node.Text("token"),
            node.Text("type"),
            node.Flag("isValueType", whenMissing: true),
            node.Int("size"),
            node.Int("alignment"),
            node.Int("padding"),
            node.Flag("containsReferences", whenMissing: false),
            node.Flag("exact", whenMissing: true),
            node.TextOrNull("inexactBecause"),
            node.TextOrNull("assumes"),
            node.List("fields", ReadField));

    private static StateMachineField ReadField(JsonNode node) =>
        new(
            node.Text("name"),
            node.Text("token"),
            node.Word<FieldRole>("role"),
            node.TextOrNull("sourceName"),
            node.Text("type"),
            node.Int("offset"),
            node.Int("size"),
            node.Int("padding"),
            ReadIndices(node),
            node.IntOrNull("firstWriteLine"),
            node.IntOrNull("lastReadLine"),
            node.Int("savesBytes"),
            node.List("fields", ReadField));

    private static Continuation? ReadContinuation(JsonNode node) => node.IsNull
        ? null
        : new Continuation(node.Int("bytes"), node.Flag("exact", whenMissing: false), node.TextOrNull("assumes") ?? "")
        {
            Slots = node.List("slots", s => new ContinuationSlot(s.TextOrNull("name"), s.Text("type"), s.Int("size"), ReadIndices(s))),
        };

    private static Await ReadAwait(JsonNode node) =>
        new(
            node.Int("index"),
            node.IntOrNull("line"),
            node.IntOrNull("column"),
            node.TextOrNull("awaiter"),
            node.TextOrNull("operation"),
            node.Word<AwaitSyntax>("syntax"),
            node.FlagOrNull("capturesContext"),
            node.Flag("inLoop", whenMissing: false),
            node.Word<AwaitRegion>("region"))
        {
            FlowsThroughOnCompleted = node.Flag("flowsThroughOnCompleted", whenMissing: false),
        };

    private static ChecklistAnswer ReadAnswer(JsonNode node) =>
        new(node.Text("question"), node.Text("answer"), node.Word<ChecklistVerdict>("verdict"));

    private static List<int> ReadIndices(JsonNode node) =>
        node.List("liveAcross", item => item.Whole("an await's index"));
}
