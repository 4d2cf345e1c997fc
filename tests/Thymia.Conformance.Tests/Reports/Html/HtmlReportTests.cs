using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports.Formats.Html;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model;

namespace Thymia.Conformance.Tests.Reports.Html;

public sealed partial class HtmlReportTests
{
    [Fact]
    public async Task Says_the_verdict_and_what_to_fix()
    {
        var page = await PageAsync(Runs.OfEveryKind());

        Assert.Contains(
            "<h1 id=\"verdict-title\">The contract is broken: 3 cases of 8 failed.</h1>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("What to fix first", page, StringComparison.Ordinal);
        Assert.Contains("thymia-voice-agent.openapi.yaml:42", page, StringComparison.Ordinal);
        Assert.Contains("number-as-text", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_a_check_fails_rather_than_where()
    {
        string[] cases = ["language:enum:extended", "language:enum:lower-case", "user.birthSex:enum:lower-case"];
        var page = await PageAsync(
            Runs.Record(
                cases.Select(id =>
                    Runs.Answered(
                        Runs.Case(id),
                        422,
                        "{}",
                        new Verdict.Failed([
                            .. ((Verdict.Failed)Runs.Finding(id, "nothing")).Findings.Select(f =>
                                f with
                                {
                                    Check = "error-structure",
                                }
                            ),
                        ])
                    )
                )
            )
        );

        Assert.Contains(">in 3 of 3 rejections: found <code>nothing</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_a_square_for_every_way_of_trying_and_an_exchange_behind_it()
    {
        var page = await PageAsync(Runs.OfEveryKind());

        foreach (var kind in new[] { "ok", "error", "tolerated", "unsent" })
        {
            Assert.Matches($"<button [^>]*class=\"cell {kind}\" data-x=\"\\d+\"", page);
        }

        Assert.Equal(8, Data(page).GetArrayLength());
    }

    [Fact]
    public async Task Fetches_nothing_and_lets_only_its_own_script_run()
    {
        var page = await PageAsync(Runs.OfEveryKind());

        Assert.Matches("default-src 'none'; style-src 'sha256-[^;]+; script-src 'sha256-", WebUtility.HtmlDecode(page));
        Assert.DoesNotContain("unsafe-", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(" (src|srcset|style|on[a-z]+)=", Markup().Replace(page, ""));
        Assert.DoesNotContain(Links().Matches(page), m => !m.Groups[1].Value.StartsWith('#'));
    }

    [Fact]
    public async Task Takes_what_a_provider_says_for_text()
    {
        const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
        var page = await PageAsync(
            Runs.Record([
                Runs.Answered(
                    Runs.Case("body:example:documented"),
                    200,
                    JsonSerializer.Serialize(new { a = Hostile }),
                    new Verdict.Passed()
                ),
                Runs.Answered(
                    Runs.Case("language:enum:extended"),
                    200,
                    Hostile,
                    Runs.Finding("language:enum:extended", Hostile)
                ),
            ])
        );

        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, page.Split("<script").Length - 1);
        Assert.Contains(Data(page).EnumerateArray(), e => e.GetProperty("ab").GetString() == Hostile);
    }

    [Fact]
    public async Task Shows_neither_key_nor_personal_data()
    {
        const string Key = "key-of-a-test-1234567";
        var sent = Runs.Case("language:enum:extended");
        using var body = JsonDocument.Parse(sent.Request.Body!.Value);
        var day = body.RootElement.GetProperty("user").GetProperty("dateOfBirth").GetString()!;
        var run = Runs.Record([
            Runs.Answered(
                sent,
                200,
                $$"""{"dateOfBirth":"{{day}}","born":"{{day}}","key":"{{Key}}"}""",
                Runs.Finding("language:enum:extended", Key)
            ),
        ]);

        var page = await PageAsync(run, Key);

        Assert.DoesNotContain(Key, page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(day, page, StringComparison.Ordinal);
        Assert.Contains("[masked]", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_run_that_could_not_begin()
    {
        var page = await PageAsync(Runs.Record([], cancelled: true));

        Assert.Contains("Nothing was sent.", page, StringComparison.Ordinal);
        Assert.Equal(0, Data(page).GetArrayLength());
    }

    [Fact]
    public async Task Stays_below_five_megabytes_however_many_cases_there_are()
    {
        var one = Runs.Case("user.birthSex:enum:lower-case");
        var body = new string('x', 3_000);
        var cases = Sweep.Of(3_000, 10_000);
        var run = Runs.Record(
            Enumerable
                .Range(0, cases)
                .Select(i =>
                    Runs.Answered(
                        one with
                        {
                            Id = $"{one.Id}-{i}",
                            Kind = $"kind-{i}",
                        },
                        i % 2 == 0 ? 422 : 200,
                        body,
                        i % 2 == 0
                            ? new Verdict.Passed()
                            : Runs.Finding("user.birthSex:enum:lower-case", $"found {i % 7}")
                    )
                )
        );

        var page = await PageAsync(run);

        Assert.Equal(cases, run.Map.Cells.Count);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1_000_000, 5_000_000);
    }

    private static async Task<string> PageAsync(RunRecord run, string? key = null) =>
        Encoding.UTF8.GetString(
            await new HtmlReport(run, Runs.Replay, new Masking(Masking.Usual, key), "0.0.0-test").RenderAsync()
        );

    private static JsonElement Data(string page) =>
        JsonSerializer.Deserialize<JsonElement>(DataBlock().Match(page).Groups[1].Value);

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex DataBlock();

    [GeneratedRegex("<(style|script)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(" href=\"([^\"]*)\"")]
    private static partial Regex Links();
}
