using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

/// <summary>Reads a document of either form: one assembly, or a set of them.</summary>
internal sealed class ReportDocumentReader(JsonTextReader json, Action<AssemblyReport> handOn)
{
    public ReportSet Read()
    {
        var parts = new ReportParts();
        var isSet = false;
        json.ReadObject((name, _) =>
        {
            if (name == "reports")
            {
                isSet = true;
                json.ReadArray(() => handOn(ReadReport()));
            }
            else
            {
                parts.Read(json, name);
            }
        });
        json.ExpectEnd();

        if (!isSet)
            handOn(parts.ToReport());
        return new ReportSet(parts.Version(), parts.Tool(), [], parts.Unreadable()) { WithoutAsync = parts.WithoutAsync() };
    }

    private AssemblyReport ReadReport()
    {
        var parts = new ReportParts();
        json.ReadObject((name, _) => parts.Read(json, name));
        return parts.ToReport();
    }
}
