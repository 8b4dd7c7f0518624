using Microsoft.Playwright;

namespace AsyncWeave.Html.Tests;

/// <summary>One Chromium for all tests; each page gets a context of its own.</summary>
[SetUpFixture]
public sealed class Browser
{
    private static IPlaywright? playwright;

    public static IBrowser Chromium { get; private set; } = null!;

    public static string Folder { get; } = Directory.CreateTempSubdirectory("asyncweave-html-").FullName;

    [OneTimeSetUp]
    public async Task Start()
    {
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await Chromium.CloseAsync();
        playwright?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Executable()
    {
        string[] known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];
        return Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? known.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("These tests need Chromium: install the package \"chromium\", or name the browser in CHROMIUM_PATH.");
    }
}
