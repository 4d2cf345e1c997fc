using System.Diagnostics;
using System.Text;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Formats.Html;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// How large <c>report.html</c> gets, and how long a browser takes to open and paint it, beside an empty page.
/// </summary>
internal static class ReportBenchmark
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-report-").FullName;
        var (empty, report) = (Path.Combine(folder, "empty.html"), Path.Combine(folder, "report.html"));
        await File.WriteAllTextAsync(empty, "<!DOCTYPE html><title>empty</title>");
        var start = Stopwatch.GetTimestamp();
        var page = await new HtmlReport(
            Made(count),
            new ReplayCommand(true, ["--seed", "1"]),
            new Masking(Masking.Usual, null),
            "0.0.0"
        ).RenderAsync();
        var written = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await File.WriteAllBytesAsync(report, page);
        Console.WriteLine(
            $"{count} squares, half of them failed: {page.Length / 1e6:F1} MB, written in {written:F1} s"
        );
        var bare = await MedianAsync(empty, folder);
        var whole = await MedianAsync(report, folder);
        Console.WriteLine(
            $"opened and painted in {whole - bare:F2} s ({whole:F2} s less {bare:F2} s of an empty page; goal: 2)"
        );
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<double> MedianAsync(string page, string folder)
    {
        var seconds = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var browser = Process.Start(
                new ProcessStartInfo(Browser())
                {
                    ArgumentList =
                    {
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--window-size=1280,900",
                        $"--user-data-dir={Path.Combine(folder, "profile")}",
                        $"--screenshot={Path.Combine(folder, "page.png")}",
                        new Uri(page).AbsoluteUri,
                    },
                    RedirectStandardError = true,
                }
            )!;
            _ = await browser.StandardError.ReadToEndAsync();
            await browser.WaitForExitAsync();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return seconds.Order().ElementAt(Rounds / 2);
    }

    private static string Browser() =>
        Environment.GetEnvironmentVariable("CONFORMANCE_BROWSER") is { Length: > 0 } named ? named : "chromium";

    private static RunRecord Made(int count)
    {
        var plan = RunPlan.Read(new ConformanceOptions());
        var cases = plan.Draw(0).Select(c => c.Make()).ToList();
        var record = new RunRecord();
        record.OnEvent(
            new RunEvent.RunStarted(
                plan.Description,
                new Uri("https://staging.example.com"),
                plan.Seed,
                count,
                DateTimeOffset.UnixEpoch
            )
        );
        for (var i = 0; i < count; i++)
        {
            record.OnEvent(Judged(cases[i % cases.Count], i));
        }

        record.OnEvent(new RunEvent.RunFinished(record.Totals, TimeSpan.FromSeconds(3), false));
        return record;
    }

    private static RunEvent.CaseJudged Judged(TestCase drawn, int i)
    {
        var testCase = drawn with { Id = $"{drawn.Id}-{i}", Kind = $"{drawn.Kind}-{i}" };
        return new RunEvent.CaseJudged(
            testCase,
            new Exchange
            {
                Request = testCase.Request,
                SentAt = DateTimeOffset.UnixEpoch,
                Duration = TimeSpan.FromMilliseconds(4),
                Answer = new Answer
                {
                    Status = i % 2 == 0 ? 422 : 200,
                    Headers = [],
                    Body = Encoding.UTF8.GetBytes("{\"detail\":[]}"),
                },
            },
            i % 2 == 0
                ? new Verdict.Passed()
                : new Verdict.Failed([
                    new Finding
                    {
                        Check = "invalid-rejected",
                        CaseId = testCase.Id,
                        Operation = testCase.Operation.Name,
                        Location = "request body",
                        Found = $"status 200, variant {i % 9}",
                        Expected = "status 422",
                        Source = "sense",
                    },
                ])
        );
    }
}
