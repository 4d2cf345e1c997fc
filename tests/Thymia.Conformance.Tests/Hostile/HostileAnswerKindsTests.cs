using System.Text;
using Spectre.Console.Testing;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Reports;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;
using Thymia.Conformance.Tests.Reports;

namespace Thymia.Conformance.Tests.Hostile;

/// <summary>
/// Every hostile answer gets a named verdict in bounded time and memory, and no output shows the key.
/// </summary>
[Collection(nameof(HostileAnswerKindsTests))]
public sealed class HostileAnswerKindsTests
{
    private const int MaxMilliseconds = 120_000;
    private const long MaxBytes = 1L << 30;

    public static TheoryData<string> Names => [.. HostileAnswers.All.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void There_are_sixty_at_least() => Assert.InRange(HostileAnswers.All.Count, 60, int.MaxValue);

    [Theory(Timeout = MaxMilliseconds)]
    [MemberData(nameof(Names))]
    public async Task Gets_a_named_verdict_and_no_output_shows_the_key(string name)
    {
        var (answer, expected) = HostileAnswers.All[name];
        await using var server = RawServer.Doing(async (stream, stop) => await stream.WriteAsync(answer, stop));
        using var folder = new TemporaryFolder();
        var before = GC.GetTotalAllocatedBytes();

        var (verdict, screen) = await RunAsync(server, folder.Path);
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MaxBytes);
        Assert.Contains(expected, verdict, StringComparison.Ordinal);
        var outputs = Directory
            .GetFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f)))
            .Append((Name: "the screen", Text: screen))
            .ToList();
        Assert.True(outputs.Count > 6);
        Assert.All(HostileAnswers.Clothings.Values, clothing =>
            Assert.All(outputs, o =>
                Assert.False(
                    o.Text.Contains(clothing, StringComparison.OrdinalIgnoreCase),
                    $"{o.Name} holds {clothing}"
                )
            )
        );
        Assert.DoesNotContain(screen, c => char.IsControl(c) && c != '\n');
    }

    private static async Task<(string Verdict, string Screen)> RunAsync(RawServer server, string folder)
    {
        var run = new RunOptions
        {
            Description = Sample.Description,
            Seed = new Seed(1),
            Cases = [CasePlan.Of(Sample.Valid)],
            Total = 1,
            Guard = _ => null,
            Replay = RawServer.Patient(server.Url) with { ApiKey = HostileAnswers.Key },
            Judging = new JudgeOptions { ApiKey = HostileAnswers.Key },
            RepeatEvery = 0,
        };
        using var reports = new RunReports(
            new ConformanceOptions { Out = folder, Reports = ReportKinds.Usual | ReportKinds.Har },
            HostileAnswers.Key,
            "0.0.0-test"
        );
        await foreach (var happened in new ConformanceRun(run, new HeldTime()).ExecuteAsync(Token))
        {
            reports.OnEvent(happened);
        }

        await reports.WriteAsync(Runs.Replay);
        reports.AppendStepSummary(Path.Combine(folder, "summary.md"), Runs.Replay);
        using var console = new TestConsole();
        console.Profile.Width = 400;
        FindingList.Write(console, reports.Record);
        RemarkList.Write(console, reports.Record);
        VerdictLines.Write(console, reports.Record, Runs.Replay, []);
        var verdict = string.Join(
            "; ",
            reports
                .Record.Findings.Select(f => $"{f.Finding.Check}: {f.Finding.Sentence}")
                .Concat(reports.Record.Remarks.Select(r => $"{r.Verdict}: {r.Reason}"))
        );
        return (verdict, console.Output);
    }
}

/// <summary>Alone, so that what is allocated is its own.</summary>
[CollectionDefinition(nameof(HostileAnswerKindsTests), DisableParallelization = true)]
public sealed class HostileAnswerKinds;
