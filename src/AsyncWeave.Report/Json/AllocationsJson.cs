using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class AllocationsJson
{
    public static void Write(JsonTextWriter json, Allocations allocations)
    {
        json.Object("synchronous", allocations.Synchronous, WriteBill);
        json.Object("suspension", allocations.Suspension, WriteBill);
        json.Object("perFurtherSuspension", allocations.PerFurtherSuspension, WriteBill);
    }

    public static Allocations? Read(JsonNode node) => node.IsNull
        ? null
        : new Allocations(ReadBill(node["synchronous"]), ReadBill(node["suspension"]), ReadBill(node["perFurtherSuspension"]));

    private static void WriteBill(JsonTextWriter json, AllocationBill bill)
    {
        json.Member("bytes", bill.Bytes);
        json.Objects("objects", bill.Objects, static (json, allocated) =>
        {
            json.Member("type", allocated.Type);
            json.Member("bytes", allocated.Bytes);
            json.Member("reason", allocated.Reason);
        });
        json.Member("exact", bill.Exact);
        json.Member("note", bill.Note);
    }

    private static AllocationBill ReadBill(JsonNode node) =>
        new(node.List("objects", o => new AllocatedObject(o.Text("type"), o.Int("bytes"), o.Text("reason"))))
        {
            Exact = node.Flag("exact", whenMissing: true),
            Note = node.TextOrNull("note"),
        };
}
