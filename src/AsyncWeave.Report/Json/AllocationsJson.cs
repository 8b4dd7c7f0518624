using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

internal static class AllocationsJson
{
    public static void Write(JsonTextWriter json, Allocations allocations)
    {
        json.Object("synchronous", allocations.Synchronous, WriteBill);
        json.Object("suspension", allocations.Suspension, WriteBill);
        json.Object("perFurtherSuspension", allocations.PerFurtherSuspension, WriteBill);
        // Most methods have neither: lambdas and local functions the one, .NET Framework's the other.
        WriteUnlessNothing(json, "furtherInOtherContext", allocations.FurtherInOtherContext);
        WriteUnlessNothing(json, "creation", allocations.Creation);
    }

    public static Allocations? Read(JsonNode node) => node.IsNull
        ? null
        : new Allocations(ReadBill(node["synchronous"]), ReadBill(node["suspension"]), ReadBill(node["perFurtherSuspension"]))
        {
            FurtherInOtherContext = ReadIfAny(node["furtherInOtherContext"]),
            Creation = ReadIfAny(node["creation"]),
        };

    private static void WriteUnlessNothing(JsonTextWriter json, string name, AllocationBill bill)
    {
        if (bill.Objects.Count > 0 || bill.Note is not null || !bill.Exact)
            json.Object(name, bill, WriteBill);
    }

    private static void WriteBill(JsonTextWriter json, AllocationBill bill)
    {
        json.Member("bytes", bill.Bytes);
        json.Objects("objects", bill.Objects, static (json, allocated) =>
        {
            json.Member("type", allocated.Type);
            json.Member("bytes", allocated.Bytes);
            json.Member("reason", allocated.Reason);
            if (allocated.AtEveryCall)
                json.Member("atEveryCall", true);
        });
        json.Member("exact", bill.Exact);
        json.Member("note", bill.Note);
    }

    private static AllocationBill ReadIfAny(JsonNode node) => node.IsNull ? AllocationBill.Nothing : ReadBill(node);

    private static AllocationBill ReadBill(JsonNode node) =>
        new(node.List("objects", o => new AllocatedObject(o.Text("type"), o.Int("bytes"), o.Text("reason")) { AtEveryCall = o.Flag("atEveryCall", whenMissing: false) }))
        {
            Exact = node.Flag("exact", whenMissing: true),
            Note = node.TextOrNull("note"),
        };
}
