using AsyncWeave.Model;

namespace AsyncWeave.Report.Json;

/// <summary>The members of a report as they come; methods become records at once, so that no tree of the whole stands in memory.</summary>
internal sealed class ReportParts
{
    private readonly Dictionary<string, JsonNode> _members = new(StringComparer.Ordinal);
    private readonly List<MethodReport> _methods = [];

    public void Read(JsonTextReader json, string name)
    {
        if (name == "methods")
            json.ReadArray(() => _methods.Add(MethodReader.Read(json.ReadTree())));
        else
            _members[name] = json.ReadTree();
    }

    public AssemblyReport ToReport()
    {
        var version = Version();
        var assembly = Member("assembly");
        var runtime = Member("runtime");
        return new AssemblyReport(
            version,
            Tool(),
            new AssemblyIdentity(
                assembly.Text("name"),
                assembly.Text("mvid"),
                assembly.TextOrNull("targetFramework"),
                assembly.Flag("optimized", whenMissing: true),
                assembly.TextOrNull("symbols") ?? "none"),
            new RuntimeInfo(runtime.Text("framework"), runtime.Text("architecture"), runtime.Int("pointerSize"), runtime.Text("layoutSource")),
            _methods,
            List("diagnostics", d => DiagnosticJson.Read(d, method: null)))
        {
            Declarations = DeclarationsJson.Read(Optional("declarations")),
            Configuration = _members.ContainsKey("configuration")
                ? List("configuration", s => new EffectiveSetting(s.Text("name"), s.Text("value"), s.Text("from")))
                : null,
        };
    }

    public string Version()
    {
        var version = Optional("schemaVersion").Text;
        if (version.Length == 0)
            throw new InvalidReportException("not a report of AsyncWeave: it has no schemaVersion");
        if (!version.StartsWith("1.", StringComparison.Ordinal))
            throw new InvalidReportException($"its schema version is {version}, this tool reads 1.x: use the release that wrote it or a later one");
        return version;
    }

    public ToolInfo Tool() => new(Member("tool").Text("name"), Member("tool").Text("version"));

    public List<UnreadableFile> Unreadable() => List("unreadable", f => new UnreadableFile(f.Text("file"), f.Text("message")));

    public int WithoutAsync() => Optional("withoutAsync").IsNull ? 0 : Optional("withoutAsync").Whole("'withoutAsync'");

    private JsonNode Member(string name) =>
        Optional(name) is { Kind: JsonKind.Object } member ? member : throw new InvalidReportException($"not a report of AsyncWeave: it has no {name}");

    private JsonNode Optional(string name) => _members.TryGetValue(name, out var member) ? member : JsonNode.Missing;

    private List<T> List<T>(string name, Func<JsonNode, T> read) => Optional(name).Items.Select(read).ToList();
}
