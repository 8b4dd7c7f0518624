using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class AllocationsJson
{
    public static void Write(JsonTextWriter json, Allocations? allocations)
    {
        json.Name("allocations");
        if (allocations is null)
        {
            json.String(null);
            return;
        }

        json.StartObject(lines: true);
        WriteBill(json, "synchronous", allocations.Synchronous);
        WriteBill(json, "suspension", allocations.Suspension);
        WriteBill(json, "perFurtherSuspension", allocations.PerFurtherSuspension);
        json.EndObject();
    }

    public static Allocations? Read(JsonNode node) => node.IsNull
        ? null
        : new Allocations(ReadBill(node["synchronous"]), ReadBill(node["suspension"]), ReadBill(node["perFurtherSuspension"]));

    private static void WriteBill(JsonTextWriter json, string name, AllocationBill bill)
    {
        json.Name(name);
        json.StartObject();
        json.Member("bytes", bill.Bytes);
        json.Name("objects");
        json.StartArray();
        foreach (var allocated in bill.Objects)
        {
            json.StartObject();
            json.Member("type", allocated.Type);
            json.Member("bytes", allocated.Bytes);
            json.Member("reason", allocated.Reason);
            json.EndObject();
        }

        json.EndArray();
        json.Member("exact", bill.Exact);
        json.Member("note", bill.Note);
        json.EndObject();
    }

    private static AllocationBill ReadBill(JsonNode node) =>
        new(node.List("objects", o => new AllocatedObject(o.Text("type"), o.Int("bytes"), o.Text("reason"))))
        {
            Exact = node.Flag("exact", whenMissing: true),
            Note = node.TextOrNull("note"),
        };
}
