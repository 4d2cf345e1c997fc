using Microsoft.Playwright;
using Thymia.Conformance.Tests;
using static Microsoft.Playwright.Assertions;

namespace Thymia.Conformance.Browser;

public sealed class ReportPageTests(Chromium chromium, ReportFiles files)
{
    private const string Accepted = "enum, lower case: accepted";

    /// <summary>What the system has, its background, and that of the other choice.</summary>
    public static TheoryData<ColorScheme, string, string> Colours =>
        [
            (ColorScheme.Light, "rgb(246, 247, 249)", "rgb(15, 18, 22)"),
            (ColorScheme.Dark, "rgb(15, 18, 22)", "rgb(15, 18, 22)"),
        ];

    public static TheoryData<int> Widths => [320, 390, 1280];

    [Fact]
    public async Task Shows_the_exchange_behind_a_square()
    {
        await using var report = await OpenReport.OfAsync(chromium, await files.BrokenAsync());

        await report.Cell("birthSex", Accepted).ClickAsync();

        await Expect(report.Dialog).ToBeVisibleAsync();
        await Expect(report.Dialog.Locator("h2")).ToHaveTextAsync("user.birthSex · enum · lower case");
        await Expect(report.Dialog).ToContainTextAsync("rejected with 422 that blames user.birthSex");
        await Expect(report.Dialog.GetByLabel("Request")).ToContainTextAsync("\"dateOfBirth\": \"[masked]\"");
        await Expect(report.Dialog.GetByLabel("Answer")).ToContainTextAsync("200");
        await report.Dialog.GetByLabel("Close").ClickAsync();
        await Expect(report.Dialog).ToBeHiddenAsync();
    }

    [Fact(Explicit = true)]
    public async Task Every_square_leads_to_an_exchange()
    {
        await using var report = await OpenReport.OfAsync(chromium, await files.BrokenAsync());

        Assert.True(await report.EvaluateAsync<int>("document.querySelectorAll('button.cell').length") > 500);
        Assert.Equal(
            0,
            await report.EvaluateAsync<int>("document.querySelectorAll('button.cell:not([data-x])').length")
        );
    }

    [Fact(Explicit = true)]
    public async Task Opens_the_case_that_its_address_names()
    {
        await using var report = await OpenReport.OfAsync(
            chromium,
            await files.BrokenAsync(),
            hash: "#case=post-v1-calls%3Auser.birthSex%3Aenum%3Alower-case"
        );

        await Expect(report.Dialog.Locator("h2")).ToHaveTextAsync("user.birthSex · enum · lower case");
    }

    [Fact(Explicit = true)]
    public async Task Filters_squares_by_outcome_and_rows_by_words()
    {
        await using var report = await OpenReport.OfAsync(chromium, await files.BrokenAsync());
        var chip = report.Page.Locator("[data-filter=accepted]");

        await chip.ClickAsync();
        await Expect(chip).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(report.Page.Locator(".row:visible")).ToHaveCountAsync(1);
        await Expect(report.Page.Locator("#said")).ToHaveTextAsync("2 squares shown");
        await chip.ClickAsync();

        await report.Page.Locator("#find").FillAsync("birthsex enum");
        await Expect(report.Page.Locator(".row:visible")).ToHaveCountAsync(1);
        await report.Page.Locator("#find").FillAsync("no such place");
        await Expect(report.Page.Locator("#none")).ToBeVisibleAsync();
    }

    [Fact(Explicit = true)]
    public async Task Copies_a_curl_line_whole()
    {
        await using var report = await OpenReport.OfAsync(
            chromium,
            await files.BrokenAsync(),
            new() { Permissions = ["clipboard-read", "clipboard-write"] }
        );
        var card = report.Page.Locator("article").First;
        var line = await card.Locator(".copy code").First.TextContentAsync();

        await card.GetByLabel("Copy the curl line").ClickAsync();

        await Expect(card.GetByText("Copied")).ToBeVisibleAsync();
        Assert.StartsWith("curl ", line, StringComparison.Ordinal);
        Assert.Equal(line, await report.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact(Explicit = true)]
    public async Task Is_walked_with_the_keyboard_alone()
    {
        await using var report = await OpenReport.OfAsync(chromium, await files.BrokenAsync());
        var keys = report.Page.Keyboard;
        await report.Page.Locator("#find").FocusAsync();

        await keys.PressAsync("Tab");
        Assert.True(await report.EvaluateAsync<bool>("document.activeElement.matches('button.cell')"));
        var first = await Focused(report);
        await keys.PressAsync("ArrowRight");
        var second = await Focused(report);
        await keys.PressAsync("ArrowDown");
        var below = await Focused(report);
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("Home");
        Assert.Equal(first, await Focused(report));
        Assert.Equal(3, new[] { first, second, below }.Distinct().Count());

        await keys.PressAsync("Enter");
        await Expect(report.Dialog).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(report.Dialog).ToBeHiddenAsync();
        Assert.Equal(first, await Focused(report));
        await keys.PressAsync("Tab");
        Assert.False(await report.EvaluateAsync<bool>("document.activeElement.matches('button.cell')"));
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Colours))]
    public async Task Has_the_colours_of_the_system_until_someone_chooses_others(
        ColorScheme system,
        string before,
        string after
    )
    {
        await using var report = await OpenReport.OfAsync(
            chromium,
            await files.BrokenAsync(),
            new() { ColorScheme = system }
        );
        Task<string> Background() => report.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        Assert.Equal(before, await Background());
        await report.Page.Locator("#theme").ClickAsync();
        await Expect(report.Page.Locator("#theme")).ToHaveAttributeAsync("aria-label", "Colours: dark");
        Assert.Equal(after, await Background());
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Widths))]
    public async Task Is_no_wider_than_the_screen(int width)
    {
        await using var report = await OpenReport.OfAsync(
            chromium,
            await files.BrokenAsync(),
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );

        Assert.Equal(width, await report.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        if (width >= 390)
        {
            Assert.True(
                await report.EvaluateAsync<bool>(
                    "(n => n.scrollWidth <= n.clientWidth)(document.querySelector('.bar nav'))"
                )
            );
        }
    }

    [Fact(Explicit = true)]
    public async Task Prints_its_findings_without_what_only_a_screen_needs()
    {
        await using var report = await OpenReport.OfAsync(chromium, await files.BrokenAsync());
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(report.Page.Locator(".tools")).ToBeHiddenAsync();
        await Expect(report.Page.Locator("article").First).ToBeVisibleAsync();
        Assert.True((await report.Page.PdfAsync()).Length > 10_000);
    }

    [Fact(Explicit = true)]
    public async Task Asks_the_network_for_nothing_and_complains_of_nothing()
    {
        foreach (
            var file in new[] { await files.BrokenAsync(), await files.HonouredAsync(), await files.HostileAsync() }
        )
        {
            await using var report = await OpenReport.OfAsync(chromium, file);
            await report.Page.Locator("button.cell").First.ClickAsync();

            Assert.Equal([new Uri(file).AbsoluteUri], report.Requests);
            Assert.Empty(report.Complaints);
        }
    }

    [Fact(Explicit = true)]
    public async Task Runs_no_script_of_a_hostile_provider()
    {
        await using var report = await OpenReport.OfAsync(chromium, await files.HostileAsync());

        // A frame for each: what would run has had its time.
        var opened = await report.EvaluateAsync<int>(
            """
            (async () => {
              const exchange = document.getElementById('exchange');
              let opened = 0;
              for (const cell of document.querySelectorAll('button.cell[data-x]')) {
                cell.click();
                opened += exchange.open;
                await new Promise(requestAnimationFrame);
                exchange.close();
              }
              return opened;
            })()
            """
        );

        Assert.InRange(opened, 20, int.MaxValue);
        Assert.True(await report.EvaluateAsync<bool>("window.hacked === undefined"));
        Assert.Equal(
            0,
            await report.EvaluateAsync<int>("document.querySelectorAll('img, script[src], svg[onload]').length")
        );
        Assert.Contains("onerror", await report.Page.Locator("#findings").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task Would_not_run_a_script_even_if_one_got_in()
    {
        await using var report = await OpenReport.OfAsync(chromium, await files.BrokenAsync());

        await report.EvaluateAsync<object>(
            "(() => { const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; "
                + "document.body.append(s); })()"
        );

        Assert.True(await report.EvaluateAsync<bool>("window.hacked === undefined"));
        Assert.Contains(report.Complaints, c => c.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact(Explicit = true)]
    public async Task Opens_ten_thousand_cases_in_five_megabytes()
    {
        var huge = await files.HugeAsync();
        Assert.InRange(new FileInfo(huge).Length, 1_000_000, 5_000_000);

        await using var report = await OpenReport.OfAsync(chromium, huge);

        Assert.True(await report.EvaluateAsync<int>("document.querySelectorAll('button.cell').length") >= 10_000);
    }

    // How long a page takes depends on the machine, and what makes it long does not.
    [Fact(Explicit = true)]
    public async Task Opens_them_without_work_that_nobody_sees()
    {
        var page = await chromium.OpenAsync();
        await page.AddInitScriptAsync(
            "window.parsed = 0; const parse = JSON.parse; JSON.parse = (...a) => { window.parsed++; return "
                + "parse(...a); };"
        );
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Performance.enable");
        await page.GotoAsync(new Uri(await files.HugeAsync()).AbsoluteUri);
        await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        var metrics = (await browser.SendAsync("Performance.getMetrics"))!
            .Value.GetProperty("metrics")
            .EnumerateArray()
            .ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("value").GetDouble());
        Assert.InRange(metrics["LayoutCount"], 1, 20);
        Assert.InRange(metrics["Nodes"], 10_000, 50_000);
        Assert.Equal(0, await page.EvaluateAsync<int>("window.parsed"));
        Assert.True(
            await page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('.row, .card')].every(e => getComputedStyle(e).contentVisibility === "
                    + "'auto')"
            )
        );
        Assert.Equal(
            1,
            await page.EvaluateAsync<int>("document.querySelectorAll('button.cell[tabindex=\"0\"]').length")
        );

        await page.Locator("button.cell[data-x]").First.ClickAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>("window.parsed"));
    }

    [Fact(Explicit = true)]
    public async Task Says_so_where_it_holds_no_exchange()
    {
        await using var report = await OpenReport.OfAsync(chromium, await files.HugeAsync());

        await report.EvaluateAsync<object>(
            "document.querySelector('button.cell[data-x=\"\"], button.cell:not([data-x])').click()"
        );

        await Expect(report.Dialog).ToContainTextAsync("This page holds no exchange of it");
    }

    private static Task<string> Focused(OpenReport report) =>
        report.EvaluateAsync<string>(
            "document.activeElement.getAttribute('aria-label') + ' of ' + "
                + "document.activeElement.closest('.row')?.dataset.text"
        );
}
