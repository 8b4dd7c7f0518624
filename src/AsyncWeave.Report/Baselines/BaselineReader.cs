using AsyncWeave.Model;
using AsyncWeave.Report.Budgets;
using AsyncWeave.Report.Json;

namespace AsyncWeave.Report.Baselines;

/// <summary>Reads a baseline. A line that cannot be understood is a problem with its place: it must not match nothing in silence.</summary>
internal sealed class BaselineReader(string file, Problems problems)
{
    private static readonly string[] Members = ["$schema", "schemaVersion", "tool", "assemblies"];
    private static readonly string[] AssemblyMembers = ["architecture", "frameworks", "methods"];
    private static readonly string[] EntryMembers = ["id", "framework", "size", "awaits", "hoisted", "suspension", "fields"];

    private readonly JsonChecks _checks = new(file, problems);

    public BaselineDocument Read(Stream text)
    {
        try
        {
            var reader = new JsonTextReader(text);
            var root = reader.ReadTree();
            reader.ExpectEnd();
            return ReadRoot(root);
        }
        catch (JsonSyntaxException e)
        {
            // A merge that was left half done is the commonest way here.
            problems.Invalid(_checks.At(e.Position), e.Message);
            return BaselineDocument.Empty;
        }
    }

    private BaselineDocument ReadRoot(JsonNode root)
    {
        var assemblies = new Dictionary<string, AssemblyBaseline>(StringComparer.Ordinal);
        if (!_checks.IsObject(root, "the baseline"))
            return BaselineDocument.Empty;
        _checks.KnownKeys(root, Members, "key");
        if (_checks.Text(root["schemaVersion"], "schemaVersion") is { } version && !version.StartsWith("1.", StringComparison.Ordinal))
            problems.Invalid(_checks.At(root["schemaVersion"].Position), $"the baseline's schema version is {version}, this release reads 1.x");
        if (root["assemblies"].IsNull || !_checks.IsObject(root["assemblies"], "'assemblies'"))
            return BaselineDocument.Empty;
        _checks.NoDoubles(root["assemblies"]);
        foreach (var member in root["assemblies"].Members)
        {
            if (_checks.IsObject(member.Value, $"'{member.Name}'"))
                assemblies[member.Name] = ReadAssembly(member.Value);
        }

        return new BaselineDocument(assemblies);
    }

    private AssemblyBaseline ReadAssembly(JsonNode node)
    {
        _checks.KnownKeys(node, AssemblyMembers, "key");
        var frameworks = _checks.Items(node["frameworks"], "frameworks").Select(f => _checks.Text(f, "a framework")).OfType<string>().ToList();
        var entries = _checks.Items(node["methods"], "methods").Select(ReadEntry).OfType<BaselineEntry>().ToList();
        var seen = new HashSet<(string, string?)>();
        foreach (var entry in entries.Where(e => !seen.Add((e.Key, e.Framework))))
            problems.Invalid(_checks.At(new JsonPosition(entry.Line, 1)), $"a second line for '{entry.Key}': a merge left both");
        return new AssemblyBaseline(_checks.Text(node["architecture"], "architecture") ?? "x64", frameworks, entries);
    }

    private BaselineEntry? ReadEntry(JsonNode node)
    {
        if (!_checks.IsObject(node, "a line of the baseline"))
            return null;
        _checks.NoDoubles(node);
        foreach (var member in node.Members)
        {
            if (!EntryMembers.Contains(member.Name))
                problems.Invalid(_checks.At(member.Position), $"unknown key '{member.Name}'{Problems.DidYouMeanOneOf(member.Name, EntryMembers)}");
        }

        var key = _checks.Text(node["id"], "id");
        var awaits = _checks.Number(node["awaits"], "awaits");
        if (key is null || awaits is null)
        {
            problems.Invalid(_checks.At(node.Position), "a line of the baseline needs 'id' and 'awaits'");
            return null;
        }

        var row = new BaselineRow(
            _checks.Number(node["size"], "size"), awaits.Value, _checks.Number(node["hoisted"], "hoisted") ?? 0, _checks.Number(node["suspension"], "suspension"));
        return new BaselineEntry(key, _checks.Text(node["framework"], "framework"), row, _checks.Text(node["fields"], "fields") ?? "")
        {
            Line = node.Position.Line,
        };
    }
}
