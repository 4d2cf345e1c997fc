using Microsoft.Playwright;
using Thymia.Conformance.Tests;

namespace Thymia.Conformance.Browser;

public sealed class AccessibilityTests(Chromium chromium, ReportFiles files)
{
    public static TheoryData<ColorScheme, int, bool> Looks =>
        [
            (ColorScheme.Light, 1280, false),
            (ColorScheme.Dark, 390, true),
            (ColorScheme.Dark, 1280, false),
            (ColorScheme.Light, 390, false),
            (ColorScheme.Light, 1280, true),
        ];

    [Theory(Explicit = true)]
    [MemberData(nameof(Looks))]
    public async Task Breaks_no_rule_that_axe_knows(ColorScheme scheme, int width, bool exchange)
    {
        await using var report = await OpenReport.OfAsync(
            chromium,
            await files.BrokenAsync(),
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
                BypassCSP = true,
            }
        );
        if (exchange)
        {
            await report.Page.Locator("button.cell.accepted").First.ClickAsync();
        }

        Assert.Equal("", string.Join('\n', await Axe.ViolationsAsync(report)));
    }

    [Fact(Explicit = true)]
    public async Task Has_its_parts_marked_for_those_who_jump()
    {
        await using var report = await OpenReport.OfAsync(chromium, await files.HonouredAsync());

        foreach (var landmark in new[] { AriaRole.Banner, AriaRole.Main, AriaRole.Contentinfo, AriaRole.Navigation })
        {
            await Assertions.Expect(report.Page.GetByRole(landmark)).ToHaveCountAsync(1);
        }

        await Assertions.Expect(report.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
    }
}
