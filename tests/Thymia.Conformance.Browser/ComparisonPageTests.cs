using Microsoft.Playwright;
using Thymia.Conformance.Reports.Comparing;
using Thymia.Conformance.Reports.Formats.Html;
using Thymia.Conformance.Tests;

namespace Thymia.Conformance.Browser;

public sealed class ComparisonPageTests(Chromium chromium)
{
    public static TheoryData<ColorScheme, int> Looks =>
        new() { { ColorScheme.Dark, 390 }, { ColorScheme.Light, 1280 } };

    [Theory(Explicit = true)]
    [MemberData(nameof(Looks))]
    public async Task Breaks_no_rule_that_axe_knows_and_asks_the_network_for_nothing(ColorScheme scheme, int width)
    {
        var (old, now) = (Run(1, "as-documented", "accepted"), Run(2, "accepted", "as-documented"));
        foreach (
            var bytes in new[]
            {
                await HtmlPage.OfAsync(new RunComparison(old, now)),
                await HtmlPage.OfAsync(new RunHistory([old, now])),
            }
        )
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("conformance-page-").FullName, "page.html");
            await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
            await using var page = await OpenReport.OfAsync(
                chromium,
                file,
                new()
                {
                    ColorScheme = scheme,
                    ViewportSize = new() { Width = width, Height = 900 },
                    BypassCSP = true,
                }
            );

            Assert.Equal("", string.Join('\n', await Axe.ViolationsAsync(page)));
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(page.Complaints);
            Assert.Single(page.Requests);
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static RunSnapshot Run(int day, params string[] outcomes) =>
        new()
        {
            Version = 1,
            Seed = (ulong)day,
            BaseUrl = "https://staging.example.com/",
            StartedAt = new DateTimeOffset(2026, 1, day, 2, 0, 0, TimeSpan.Zero),
            Description = new ContractSnapshot("api.yaml", "An API", $"1.{day}.0", new string((char)('a' + day), 64)),
            ExitCode = 1,
            Cases = outcomes.Length,
            Passed = 1,
            Tolerated = 0,
            Failed = 1,
            Findings = [],
            Causes = [new CauseSnapshot("invalid-rejected", 1, "found status 200")],
            Answers =
            [
                new AnswerSnapshot(
                    "accepted",
                    50,
                    new LatencySnapshot(5 * day, 6 * day, 7 * day, 8 * day, 9 * day, 10 * day)
                ),
            ],
            Map =
            [
                .. outcomes.Select(
                    (o, i) =>
                        new CellSnapshot
                        {
                            CaseId = $"post-v1-calls:user.birthSex:enum:kind-{i}",
                            Operation = "POST /v1/calls",
                            Place = "user.birthSex",
                            Keyword = "enum",
                            Kind = $"kind-{i}",
                            Outcome = o,
                            Words = [$"word-{day}"],
                        }
                ),
            ],
        };
}
