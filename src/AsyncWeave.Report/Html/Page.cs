namespace AsyncWeave.Report.Html;

/// <summary>The document around the parts; its markup is <c>Viewer/page.html</c>.</summary>
internal sealed record Page(string Title, Markup Views, Markup Overview, Markup Plain, string Data)
{
    private static readonly Lazy<string> Style = new(() => string.Concat(
        new[] { "theme.css", "page.css", "overview.css", "methods.css", "method.css", "treemap.css", "compare.css", "diff.css", "narrow.css", "print.css" }.Select(ViewerFiles.Read)));

    private static readonly Lazy<string> Early = new(() => ViewerFiles.Read("early.js"));

    private static readonly Lazy<string> Withhold = new(() => ViewerFiles.Read("withhold.js"));

    private static readonly Lazy<string> Viewer = new(() => ModuleBundle.Of("main.js"));

    private static readonly Lazy<string> Policy = new(() => ContentSecurityPolicy.For([Early.Value, Withhold.Value, Viewer.Value], Style.Value));

    public void WriteTo(TextWriter writer)
    {
        // Split rather than replaced: no part is looked through for another part's placeholder.
        foreach (var piece in ViewerFiles.Read("page.html").Split(["{{", "}}"], StringSplitOptions.None))
            writer.Write(PartOrLiteral(piece));
    }

    private string PartOrLiteral(string piece) => piece switch
    {
        "title" => Markup.Of($"{Title}").Text,
        "policy" => Policy.Value,
        "style" => Style.Value,
        "early" => Early.Value,
        "views" => Views.Text,
        "withhold" => Withhold.Value,
        "overview" => Overview.Text,
        "plain" => Plain.Text,
        "data" => Data,
        "viewer" => Viewer.Value,
        _ => piece,
    };
}
