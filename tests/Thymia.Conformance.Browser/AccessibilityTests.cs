using System.Text.Json;
using Microsoft.Playwright;

namespace Thymia.Conformance.Browser;

public sealed class AccessibilityTests(Chromium chromium, ReportFiles files)
{
    private static readonly string[] Rules =
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    [Theory]
    [InlineData(ColorScheme.Light, 1280, false)]
    [InlineData(ColorScheme.Dark, 1280, false)]
    [InlineData(ColorScheme.Light, 390, false)]
    [InlineData(ColorScheme.Light, 1280, true)]
    [InlineData(ColorScheme.Dark, 390, true)]
    public async Task Breaks_no_rule_that_axe_knows(ColorScheme scheme, int width, bool exchange)
    {
        var report = await OpenReport.OfAsync(chromium, files.Broken, new()
        {
            ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = true,
        });
        if (exchange)
        {
            await report.Page.Locator("button.cell.accepted").First.ClickAsync();
        }

        Assert.Equal("", string.Join('\n', await ViolationsAsync(report)));
    }

    [Fact]
    public async Task Has_its_parts_marked_for_those_who_jump()
    {
        var report = await OpenReport.OfAsync(chromium, files.Honoured);

        foreach (var landmark in new[] { AriaRole.Banner, AriaRole.Main, AriaRole.Contentinfo, AriaRole.Navigation })
        {
            await Assertions.Expect(report.Page.GetByRole(landmark)).ToHaveCountAsync(1);
        }

        await Assertions.Expect(report.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(OpenReport report)
    {
        await report.Page.AddScriptTagAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "axe.min.js") });
        var json = await report.EvaluateAsync<JsonElement>(
            $"axe.run({{ runOnly: {JsonSerializer.Serialize(Rules)} }}).then(r => r.violations)");
        return
        [
            .. json.EnumerateArray().Select(v =>
                $"{v.GetProperty("id")}: {v.GetProperty("help")} ({v.GetProperty("nodes").GetArrayLength()} places, such as "
                + $"{v.GetProperty("nodes")[0].GetProperty("html")}: {v.GetProperty("nodes")[0].GetProperty("failureSummary")})"),
        ];
    }
}
