using System.Text;
using System.Text.Json;
using Thymia.Conformance.Browser;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Reports.Formats.Html;
using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Provider;
using Thymia.Provider.Http;

[assembly: AssemblyFixture(typeof(ReportFiles))]

namespace Thymia.Conformance.Browser;

/// <summary>
/// Reports of real runs against the reference provider, each written once, when a test first asks for it.
/// </summary>
public sealed class ReportFiles : IDisposable
{
    /// <summary>What the hostile provider answers: markup that would tell on itself if it ran.</summary>
    private const string Attack =
        "</script><script>window.hacked = 1</script><img src=x onerror=\"window.hacked = 2\"><svg "
        + "onload=\"window.hacked = 3\">";

    private readonly string _folder = Directory.CreateTempSubdirectory("conformance-browser-").FullName;
    private readonly Lazy<Task<string>> _broken;
    private readonly Lazy<Task<string>> _honoured;
    private readonly Lazy<Task<string>> _hostile;
    private readonly Lazy<Task<string>> _huge;

    public ReportFiles()
    {
        _broken = Written("broken", () =>
            RunAsync(new ConformanceOptions(), "birth-sex-any-case", "id-constant", "activity-link-with-phone")
        );
        _honoured = Written("honoured", () => RunAsync(new ConformanceOptions { Random = 0 }));
        _hostile = Written("hostile", () => Task.FromResult(Attacked()));
        _huge = Written("huge", () => Task.FromResult(Many(10_000)));
    }

    /// <summary>A run with findings of several kinds.</summary>
    public Task<string> BrokenAsync() => _broken.Value;

    /// <summary>A run without a finding.</summary>
    public Task<string> HonouredAsync() => _honoured.Value;

    /// <summary>A run whose every answer is an attack on the page.</summary>
    public Task<string> HostileAsync() => _hostile.Value;

    /// <summary>A run of ten thousand cases, half of them failed.</summary>
    public Task<string> HugeAsync() => _huge.Value;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Lazy<Task<string>> Written(string name, Func<Task<RunRecord>> run) =>
        new(async () =>
        {
            var file = Path.Combine(_folder, name + ".html");
            await WriteAsync(file, await run());
            return file;
        });

    private static async Task<RunRecord> RunAsync(ConformanceOptions options, params string[] defects)
    {
        await using var provider = await ReferenceProvider.StartAsync(
            new ProviderOptions { Defects = defects },
            CancellationToken.None
        );
        var record = new RunRecord();
        var run = RunPlan.Read(options).For(provider.BaseUrl, ProviderOptions.DemoApiKey);
        await foreach (var happened in new ConformanceRun(run, TimeProvider.System).ExecuteAsync())
        {
            record.OnEvent(happened);
        }

        return record;
    }

    private static RunRecord Attacked() =>
        Made(20, (c, i) =>
            new RunEvent.CaseJudged(
                c,
                Exchange(
                    c,
                    200,
                    i % 2 == 0 ? Attack : JsonSerializer.Serialize(new Dictionary<string, string> { [Attack] = Attack })
                ),
                i % 4 == 0 ? Finding(c, Attack) : (Verdict)new Verdict.Passed()
            )
        );

    private static RunRecord Many(int count) =>
        Made(count, (c, i) =>
            new RunEvent.CaseJudged(
                c with
                {
                    Id = $"{c.Id}-{i}",
                    Kind = $"{c.Kind}-{i}",
                },
                Exchange(c, i % 2 == 0 ? 422 : 200, "{\"detail\":[]}"),
                i % 2 == 0 ? (Verdict)new Verdict.Passed() : Finding(c, $"status 200, variant {i % 9}")
            )
        );

    private static RunRecord Made(int count, Func<Generation.TestCase, int, RunEvent> judge)
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
            record.OnEvent(judge(cases[i % cases.Count], i));
        }

        record.OnEvent(new RunEvent.RunFinished(record.Totals, TimeSpan.FromSeconds(3), false));
        return record;
    }

    private static Exchange Exchange(Generation.TestCase testCase, int status, string body) =>
        new()
        {
            Request = testCase.Request,
            SentAt = DateTimeOffset.UnixEpoch,
            Duration = TimeSpan.FromMilliseconds(4),
            Answer = new Answer
            {
                Status = status,
                Headers = [new("content-type", "text/html"), new("x-attack", Attack)],
                Body = Encoding.UTF8.GetBytes(body),
            },
        };

    private static Verdict.Failed Finding(Generation.TestCase testCase, string found) =>
        new Verdict.Failed([
            new Finding
            {
                Check = "invalid-rejected",
                CaseId = testCase.Id,
                Operation = testCase.Operation.Name,
                Location = "request body",
                Found = found,
                Expected = "status 422",
                Source = "sense",
            },
        ]);

    private static async Task WriteAsync(string file, RunRecord run)
    {
        var replay = ReplayCommand.Of(new ConformanceOptions(), embedded: true);
        var page = await new HtmlReport(run, replay, new Masking(Masking.Usual, null), "0.0.0").RenderAsync();
        await File.WriteAllBytesAsync(file, page);
    }
}
