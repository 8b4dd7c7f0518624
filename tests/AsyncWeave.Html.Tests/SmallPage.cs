using System.Text.RegularExpressions;
using AsyncWeave.Html.Tests.Samples;
using AsyncWeave.Report.Html;

namespace AsyncWeave.Html.Tests;

/// <summary>The markup of a small report, held against the one that was read in review.</summary>
public sealed partial class SmallPage
{
    [Test]
    public void IsAsItWasReviewed()
    {
        var html = File.ReadAllText(OpenPage.Written(stream => HtmlReport.Write(stream, Shop.Report())));
        var main = MainPattern().Match(html).Value + "\n";
        var reviewed = Path.Combine(Folder(), "Shop.verified.html");
        var received = Path.Combine(Folder(), "Shop.received.html");
        File.WriteAllText(received, main);
        Assert.That(main, Is.EqualTo(File.Exists(reviewed) ? File.ReadAllText(reviewed) : ""), "what was written stands in " + received);
        File.Delete(received);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AsyncWeave.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "AsyncWeave.Html.Tests", "Snapshots");
    }

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPattern();
}
