using Microsoft.Playwright;

namespace Thymia.Conformance.Browser;

/// <summary>
/// A report open in the browser, with whatever it complained of or asked the network for. Its page is closed with it:
/// pages of thousands of squares that stay open cost those after them time.
/// </summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private OpenReport(IPage page)
    {
        Page = page;
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public ILocator Dialog => Page.Locator("#exchange");

    /// <summary>The square of one way of breaking a constraint.</summary>
    public ILocator Cell(string place, string name) =>
        Page.Locator(".row")
            .Filter(new() { Has = Page.Locator($".name code >> text=/^{place}$/") })
            .Locator($"button.cell[aria-label^=\"{name}\"]")
            .First;

    public static async Task<OpenReport> OfAsync(
        Chromium chromium,
        string file,
        BrowserNewContextOptions? options = null,
        string hash = ""
    )
    {
        var report = new OpenReport(await chromium.OpenAsync(options));
        await report.Page.GotoAsync(new Uri(file).AbsoluteUri + hash);
        return report;
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    public Task<T> EvaluateAsync<T>(string script) => Page.EvaluateAsync<T>(script);
}
