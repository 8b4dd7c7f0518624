namespace AsyncWeave.Report.Html;

/// <summary>The hand-written viewer, as embedded beside this code.</summary>
internal static class ViewerFiles
{
    /// <summary>Line ends are made LF: browsers do so before they hash an inline script, and so must its hash here.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(ViewerFiles).Assembly.GetManifestResourceStream("viewer/" + name)
            ?? throw new FileNotFoundException("The viewer has no such file.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
