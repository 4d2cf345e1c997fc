using System.Text;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;

namespace Thymia.Conformance.Tests.Reports;

/// <summary>Thousands of cases of a provider that fails them all, with long bodies both ways.</summary>
public sealed class ReportSizeTests : IDisposable
{
    private static readonly int Cases = Sweep.Of(250, 10_000);
    private const int Megabyte = 1_000_000;
    private const int LongBody = 100_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Texts => Sweep.Rows(1, "x", "<€\">");

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task No_report_for_people_or_services_is_beyond_five_megabytes(string text)
    {
        await WriteAsync(string.Concat(Enumerable.Repeat(text, LongBody / text.Length)));

        Assert.All(["report.html", "junit.xml", "report.sarif", "ctrf.json", "summary.md"], f =>
            Assert.InRange(Size(f), 500, 5 * Megabyte)
        );
        Assert.InRange(Size("results.json"), Math.Min(Cases * 2_000, Megabyte), 15 * Megabyte);
    }

    [Fact]
    public async Task A_curl_line_that_is_too_long_says_what_prints_it()
    {
        await WriteAsync(new string('x', LongBody));

        foreach (var file in new[] { "results.json", "junit.xml", "ctrf.json", "summary.md" })
        {
            Assert.Matches(
                @"# 1\d\d,\d{3} characters of curl, printed by: thymia-conformance explain post-v1-calls:\S+ --seed 7",
                await File.ReadAllTextAsync(Path.Combine(_folder.Path, file), TestContext.Current.CancellationToken)
            );
        }
    }

    private async Task WriteAsync(string text)
    {
        using var reports = new RunReports(
            new ConformanceOptions { Out = _folder.Path },
            "key-of-a-test-1234567",
            "0.0.0-test"
        );
        var one = Runs.Case($$"""{"a":{{System.Text.Json.JsonSerializer.Serialize(text)}}}""", null);
        var answer = new Answer
        {
            Status = 500,
            Body = Encoding.UTF8.GetBytes(text),
            Headers = [.. Enumerable.Range(0, 200).Select(h => KeyValuePair.Create($"x-{h}", text[..1_000]))],
        };
        foreach (
            var happened in Runs.Events(Enumerable.Range(0, Cases).Select(i => Failed(one, i, answer, text[..100])))
        )
        {
            reports.OnEvent(happened);
        }

        await reports.WriteAsync(Runs.Replay);
        reports.AppendStepSummary(Path.Combine(_folder.Path, "summary.md"), Runs.Replay);
    }

    private static RunEvent.CaseJudged Failed(TestCase one, int i, Answer answer, string text)
    {
        var testCase = one with { Id = $"{one.Id}-{i}", Kind = $"kind-{i}" };
        return new RunEvent.CaseJudged(
            testCase,
            new Exchange
            {
                Request = testCase.Request,
                SentAt = DateTimeOffset.UnixEpoch,
                Duration = TimeSpan.FromMilliseconds(3),
                Answer = answer,
            },
            new Verdict.Failed([
                new Finding
                {
                    Check = "no-server-error",
                    CaseId = testCase.Id,
                    Operation = "POST /v1/calls",
                    Location = $"answer body at /{i % 300}",
                    Found = $"500 {text}",
                    Expected = "any other status",
                    Source = "sense",
                },
                new Finding
                {
                    Check = "content-type",
                    CaseId = testCase.Id,
                    Operation = "POST /v1/calls",
                    Location = "answer header content-type",
                    Found = "none",
                    Expected = "application/json",
                    Source = "sense",
                },
            ])
        )
        {
            Reduced = i % 7 == 0 ? testCase : null,
        };
    }

    private long Size(string name) => new FileInfo(Path.Combine(_folder.Path, name)).Length;
}
