using System.Text;
using System.Text.Json.Nodes;
using Spectre.Console.Testing;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Reports.Screens;
using Thymia.Conformance.Running;
using Thymia.Conformance.Running.Pipeline;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Tests.Cli;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;
using Thymia.Conformance.Tests.Reports;

namespace Thymia.Conformance.Tests.Running;

public sealed class MaxDurationTests
{
    private static readonly byte[] Rejection = Encoding.Latin1.GetBytes(
        RawServer.Json(422, Sample.Errors("""["body","user","birthSex"]"""))
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_case_is_begun_after_it_and_what_was_judged_counts()
    {
        var time = new Clock();
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                time.Advance();
                await stream.WriteAsync(Rejection, stop);
            }
        );
        var record = new RunRecord();
        await new ConformanceRun(
            Options(server.Url, 200) with
            {
                MaxDuration = TimeSpan.FromSeconds(9.5),
            },
            time
        ).ExecuteAsync(record, Token);

        Assert.InRange(server.Requests.Count, 10, 13);
        Assert.Equal(200 - server.Requests.Count, record.NotReached);
        Assert.Equal((200, record.NotReached), (record.Totals.Cases, record.Totals.Skipped));
        Assert.Equal((0, false), (record.ExitCode, record.Finished!.Cancelled));
        Assert.Contains(
            "not reached in the 9.5 s that a run may take (--max-duration, THYMIA_MAXDURATION)",
            record.Remarks[0].Reason,
            StringComparison.Ordinal
        );
        using var console = new TestConsole();
        console.Width(200);
        VerdictLines.Write(console, record, Runs.Replay, []);
        Assert.Contains($"{record.NotReached} of 200 cases not reached", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_under_way_is_left_in_the_end()
    {
        var time = new HeldTime();
        var arrived = new TaskCompletionSource();
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                arrived.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop);
            }
        );
        var options = Options(server.Url, 1) with { MaxDuration = TimeSpan.FromSeconds(1) };
        await using var replayer = new Replayer(options.Replay with { TimeOut = TimeSpan.FromDays(1) });
        using var stages = new CaseStages(
            options,
            replayer,
            new Judge(new SchemaLibrary(options.Description), options.Judging),
            new KnownDeviations([], default),
            time
        );

        var trying = stages.TryAsync(new CaseAttempt(Sample.LowerCaseSex, null), Token);
        await arrived.Task.WaitAsync(Token);
        time.GoOff();

        Assert.True(Assert.IsType<RunEvent.CaseJudged>((await trying).Unsent).NotReached);
    }

    [Fact]
    public async Task Without_it_there_is_no_end()
    {
        var time = new Clock();
        await using var server = RawServer.Doing(
            async (stream, stop) =>
            {
                time.Advance();
                await stream.WriteAsync(Rejection, stop);
            }
        );
        var record = new RunRecord();
        await new ConformanceRun(Options(server.Url, 50), time).ExecuteAsync(record, Token);
        Assert.Equal((0, 50), (record.NotReached, record.Totals.Passed));
    }

    [Fact]
    public void The_most_telling_cases_of_every_operation_go_first()
    {
        var one = Plans("a:x:type:null", "a:x:type:text", "a:x:two-breaks:y", "a:y:type:null");
        var other = Plans("b:x:type:null", "b:x:enum:null", "b:x:type:text");
        Assert.Equal(
            [
                "a:x:type:null",
                "b:x:type:null",
                "a:x:type:text",
                "b:x:enum:null",
                "a:y:type:null",
                "b:x:type:text",
                "a:x:two-breaks:y",
                "r:1",
                "r:2",
            ],
            TellingOrder.Of([one, other], [Plans("r:1"), Plans("r:2")]).Select(p => p.Id)
        );
    }

    [Fact]
    public void Order_changes_no_case()
    {
        var options = new ConformanceOptions { Random = 3 };
        var usual = RunPlan.Read(options, Token).Cases.Select(c => c.Id).ToList();
        var limited = RunPlan
            .Read(options with { MaxDuration = TimeSpan.FromMinutes(1) }, Token)
            .Cases.Select(c => c.Id)
            .ToList();
        Assert.Equal(usual.Order(StringComparer.Ordinal), limited.Order(StringComparer.Ordinal));
        Assert.NotEqual(usual, limited);
        Assert.EndsWith(
            ":random:3",
            limited[^1].Replace("random-", "random:", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", null, null)]
    [InlineData("https://api.example", null, 600.0)]
    [InlineData("https://api.example", "none", null)]
    [InlineData("https://api.example", "90", 90.0)]
    [InlineData("http://127.0.0.1:1", "50m", 3000.0)]
    [InlineData("http://127.0.0.1:1", "1.5h", 5400.0)]
    public void It_is_ten_minutes_elsewhere_and_none_here(string url, string? text, double? seconds)
    {
        var options = new ConformanceOptions { BaseUrl = new Uri(url) };
        options = text is null ? options : SettingCatalogue.MaxDuration.Set(options, text)!;
        Assert.Equal(seconds, Politeness.DurationOf(options)?.TotalSeconds);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("500ms")]
    [InlineData("25h")]
    [InlineData("soon")]
    public void Any_other_time_is_refused(string text) =>
        Assert.Null(SettingCatalogue.MaxDuration.Set(new ConformanceOptions(), text));

    [Fact]
    public async Task A_run_that_goes_on_sends_what_was_not_reached()
    {
        using var line = new CommandLine();
        line.Environment["THYMIA_REPORTS"] = "none";
        await line.RunAsync("run", "--no-pacts", "--filter", "keyword=enum", "--out", line.Path("run"));
        var journal = line.Path("run/journal.jsonl");
        var lines = await File.ReadAllLinesAsync(journal, Token);
        var at = Array.FindIndex(lines, l => l.StartsWith("{\"case\"", StringComparison.Ordinal));
        var id = $"{JsonNode.Parse(lines[at])!["case"]}";
        lines[at] = $$"""{"case":"{{id}}","verdict":"skipped","reason":"no time","asked":0,"notReached":true}""";
        await File.WriteAllTextAsync(journal, string.Join('\n', lines[..^1]) + "\n", Token);

        Assert.Equal(0, await line.RunAsync("run", "--no-pacts", "--resume", line.Path("run")));

        var last = (await File.ReadAllLinesAsync(journal, Token)).Last(l => l.Contains(id, StringComparison.Ordinal));
        Assert.Equal("passed", $"{JsonNode.Parse(last)!["verdict"]}");
    }

    private static IReadOnlyList<CasePlan> Plans(params string[] ids) =>
        [.. ids.Select(id => new CasePlan(id, false, () => Sample.LowerCaseSex))];

    private static RunOptions Options(Uri url, int cases) =>
        new()
        {
            Description = Sample.Description,
            Seed = new Seed(1),
            Cases = Enumerable.Repeat(CasePlan.Of(Sample.LowerCaseSex), cases),
            Total = cases,
            Guard = _ => null,
            Replay = RawServer.Patient(url) with { Concurrency = 4 },
            RepeatEvery = 0,
        };

    /// <summary>Goes on by a second with each request; its timers never go off.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public void Advance() => Interlocked.Increment(ref _seconds);

        public override long GetTimestamp() => Interlocked.Read(ref _seconds);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new HeldTime().CreateTimer(callback, state, dueTime, period);
    }
}
