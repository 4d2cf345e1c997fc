using Microsoft.Playwright;
using Thymia.Conformance.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Thymia.Conformance.Browser;

/// <summary>
/// The browser of this machine, started once. Where there is none, tests are skipped and say so; where
/// CONFORMANCE_BROWSER_REQUIRED is set, as in CI, they fail.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Required = "CONFORMANCE_BROWSER_REQUIRED";
    private const string Named = "CONFORMANCE_BROWSER";

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _driver;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is { } file)
        {
            _driver = await Playwright.CreateAsync();
            _browser = await _driver.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = file, Args = ["--no-sandbox", "--disable-gpu"] }
            );
        }
    }

    /// <summary>A page of its own, with nothing remembered of others.</summary>
    internal async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
        {
            const string Reason =
                "no Chromium or Chrome was found: install one (Debian: apt-get install chromium), or name it with "
                + Named;
            Assert.SkipWhen(Environment.GetEnvironmentVariable(Required) is null or "", Reason);
            Assert.Fail(Reason);
        }

        var context = await _browser.NewContextAsync(options ?? new BrowserNewContextOptions());
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _driver?.Dispose();
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable(Named) is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists);
}
