using System.Text;

namespace AsyncWeave.Report.Html;

/// <summary>
/// Puts the viewer's modules into one script, since a page opened from a file may import nothing. Each becomes a function
/// that gives back what it exports; imports and exports must stand on lines of their own, which is all the modules use.
/// </summary>
internal sealed class ModuleBundle
{
    private readonly StringBuilder script = new();
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    public static string Of(string entry)
    {
        var bundle = new ModuleBundle();
        bundle.Add(entry);
        return bundle.script.ToString();
    }

    private void Add(string module)
    {
        if (written.Contains(module))
            return;
        if (!open.Add(module))
            throw new InvalidOperationException($"The viewer's modules import each other in a circle: {module}.");

        var body = new StringBuilder();
        var exports = new List<string>();
        foreach (var line in ViewerFiles.Read(module).Split('\n'))
            AddLine(line, body, exports);

        script.Append("// ").Append(module).Append("\nconst ").Append(VariableOf(module)).Append(" = (() => {\n")
            .Append(body).Append("return { ").Append(string.Join(", ", exports)).Append(" };\n})();\n");
        written.Add(module);
    }

    private void AddLine(string line, StringBuilder body, List<string> exports)
    {
        if (line.StartsWith("import ", StringComparison.Ordinal))
        {
            AddImport(line, body);
            return;
        }

        if (line.StartsWith("export ", StringComparison.Ordinal))
        {
            line = line["export ".Length..];
            exports.Add(DeclaredName(line));
        }

        body.Append(line).Append('\n');
    }

    // import { bytes, visible } from "./text.js";
    private void AddImport(string line, StringBuilder body)
    {
        var path = line.Split('"')[1];
        var module = path["./".Length..];
        Add(module);
        var names = line.Substring("import ".Length, line.IndexOf('}') + 1 - "import ".Length);
        body.Append("const ").Append(names).Append(" = ").Append(VariableOf(module)).Append(";\n");
    }

    // export function name(…) {        export const name = …;        export class name {        export async function name(
    private static string DeclaredName(string declaration)
    {
        var words = declaration.Split([' ', '(', '=', ';', '{'], StringSplitOptions.RemoveEmptyEntries);
        return words[0] == "async" ? words[2].TrimStart('*') : words[1].TrimStart('*');
    }

    private static string VariableOf(string module) => "$" + module.Replace(".js", "").Replace('-', '_');
}
